import { MANAGED_ACCOUNT } from './graphiql-examples';

/**
 * Runs in the page. A ready operation that wants an account gets one of the caller's when it is run: the first that a
 * reseller manages. It is shown among the variables, as if it had been typed there. Where there is none, the operation is
 * sent as it stands, and the server says that there is no such account.
 */
export const EXAMPLES_SCRIPT = `
  (() => {
    const placeholder = ${JSON.stringify(MANAGED_ACCOUNT)};
    const send = window.fetch.bind(window);

    window.fetch = async (target, options = {}) => {
      if (typeof options.body !== 'string' || !options.body.includes(placeholder)) return send(target, options);
      const id = await managedAccount(target, options);
      if (id === null) return send(target, options);
      for (const model of monaco.editor.getModels()) {
        if (model.uri.path.endsWith('variables.json')) model.setValue(model.getValue().replace(placeholder, id));
      }
      return send(target, { ...options, body: options.body.replace(placeholder, id) });
    };

    async function managedAccount(target, options) {
      const query = 'query AManagedAccount { accounts(first: 1, filter: { managed: true }) { edges { node { id } } } }';
      const answer = await send(target, { ...options, body: JSON.stringify({ query }) });
      const { data } = await answer.json().catch(() => ({}));
      return data?.accounts?.edges[0]?.node.id ?? null;
    }
  })();
`;
