import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';

/** A key pair of an issuer's, as its token service and its key set see it. */
export interface IssuerKey {
  readonly kid: string;
  readonly algorithm: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
  readonly privateJwk: JWK;
}

export async function anIssuerKey(kid: string, algorithm = 'ES256'): Promise<IssuerKey> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  const named = { kid, alg: algorithm };
  return {
    kid,
    algorithm,
    privateKey,
    publicJwk: { ...(await exportJWK(publicKey)), ...named },
    privateJwk: { ...(await exportJWK(privateKey)), ...named },
  };
}

/** Signs claims as the issuer does. A claim that is undefined is left out. */
export function signed(key: IssuerKey, claims: Readonly<Record<string, unknown>>, header = {}): Promise<string> {
  return new SignJWT(claims as JWTPayload)
    .setProtectedHeader({ alg: key.algorithm, kid: key.kid, ...header })
    .sign(key.privateKey);
}

/** The place where an issuer publishes its keys. */
export interface KeyServer {
  readonly url: string;
  /** How often it was asked. */
  readonly asked: number;
  publish(...keys: JWK[]): void;
  /** Answers with whatever this does. */
  answerWith(answer: RequestListener): void;
  /** Nobody is at the address any more. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

export async function startKeyServer(...keys: JWK[]): Promise<KeyServer> {
  let answer = publishing(keys);
  let asked = 0;
  let server: Server;
  const listen = async (port: number) => {
    server = createServer((request, response) => {
      asked += 1;
      answer(request, response);
    }).listen(port, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    return (server.address() as AddressInfo).port;
  };
  const close = async () => {
    if (!server.listening) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  const port = await listen(0);
  return {
    url: `http://127.0.0.1:${port}/keys`,
    get asked() {
      return asked;
    },
    publish: (...published) => {
      answer = publishing(published);
    },
    answerWith: (other) => {
      answer = other;
    },
    goAway: close,
    comeBack: async () => {
      await listen(port);
    },
    stop: close,
  };
}

function publishing(keys: readonly JWK[]): RequestListener {
  return (_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ keys }));
  };
}
