# Written where there was no container engine, and not run in a container there. What it runs is: test/long/image takes its
# instructions, follows them without one, and starts the server by its ENTRYPOINT, as its USER, on a read-only tree.

FROM node:24-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY migrations migrations
COPY src src
# What loads the example is compiled with the rest, by the client's sources; none of it goes on from here.
COPY client/src client/src
RUN npm run build

FROM node:24-bookworm-slim AS packages
WORKDIR /packages
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
LABEL org.opencontainers.image.title="reseller-accounts" \
  org.opencontainers.image.description="Apollo Federation 2 subgraph: who manages an account of the distributor's, and what may be done to it" \
  org.opencontainers.image.licenses="MIT"
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4001 DATA_DIR=/tmp/reseller-accounts
WORKDIR /app
COPY package.json LICENSE ./
COPY schema schema
COPY --from=packages /packages/node_modules node_modules
COPY --from=build /build/dist/migrations dist/migrations
COPY --from=build /build/dist/src dist/src
# The image's own "node", as a number: whoever forbids root can see that it is none.
USER 1000:1000
EXPOSE 4001
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=6s --start-period=30s --retries=3 CMD ["node", "--", "dist/src/cli/main.js", "health"]
# Behind "--": what looks like an option of Node.js (--env-file) is ours.
ENTRYPOINT ["node", "--", "dist/src/cli/main.js"]
CMD ["serve"]
