const PLACEHOLDER = '<paste the output of: npm run -s token -- administrator>';

/** What stands in the header editor of each tab. */
export const HEADERS_TO_FILL_IN = JSON.stringify({ Authorization: `Bearer ${PLACEHOLDER}` }, null, 2);

/**
 * Runs in the page. A token is taken as it was printed: pasted, dropped or typed into the headers, with or without
 * `Bearer`, it becomes the header, whatever else stands there. One tab's serves the others until the browser's tab is
 * closed. A placeholder that nobody replaced is not sent: the server would refuse it, and with it the docs that need no
 * token.
 */
export const TOKEN_SCRIPT = `
  (() => {
    const placeholder = ${JSON.stringify(`Bearer ${PLACEHOLDER}`)};
    const kept = 'reseller-accounts-authorization';
    const send = window.fetch.bind(window);

    window.fetch = async (target, options = {}) => {
      const headers = new Headers(options.headers);
      const given = headers.get('authorization');
      if (given === placeholder) {
        const earlier = sessionStorage.getItem(kept);
        if (earlier === null) headers.delete('authorization');
        else headers.set('authorization', earlier);
      } else if (given) {
        sessionStorage.setItem(kept, given);
      }
      const answer = await send(target, { ...options, headers });
      // It has expired, or the server has other keys now: without it the docs load again.
      if (answer.status === 401) sessionStorage.removeItem(kept);
      return answer;
    };

    const isHeaders = (model) => model?.uri.path.endsWith('request-headers.json') ?? false;
    monaco.editor.onDidCreateModel((model) => {
      if (!isHeaders(model)) return;
      look(model);
      // GraphiQL takes over what is changed after it has heard of the change before.
      model.onDidChangeContent(() => queueMicrotask(() => look(model)));
    });

    // Before the editor inserts it where the cursor happens to be.
    for (const type of ['paste', 'drop']) {
      addEventListener(
        type,
        (event) => {
          const model = headersUnder(event.target);
          const text = (event.clipboardData ?? event.dataTransfer)?.getData('text/plain') ?? '';
          const header = headerOf(text);
          if (model === null || header === null) return;
          event.preventDefault();
          event.stopImmediatePropagation();
          put(model, header);
        },
        { capture: true },
      );
    }

    function headersUnder(element) {
      const editor = monaco.editor.getEditors().find((one) => one.getDomNode()?.contains(element));
      const model = editor?.getModel();
      return isHeaders(model) ? model : null;
    }

    function look(model) {
      const text = model.getValue();
      const header = headerOf(text);
      if (header !== null) put(model, header);
      else if (text.includes(placeholder)) {
        const earlier = sessionStorage.getItem(kept);
        if (earlier !== null) model.setValue(text.replace(placeholder, () => earlier));
      }
    }

    /** The header's value, if the whole text is a token, as it is printed or copied from elsewhere. */
    function headerOf(text) {
      const token = /^(?:authorization\\s*:)?\\s*(?:bearer\\s+)?([\\w-]+\\.[\\w-]+\\.[\\w-]+)$/i.exec(
        text.replace(/["',]/g, '').trim(),
      );
      return token === null ? null : 'Bearer ' + token[1];
    }

    function put(model, header) {
      sessionStorage.setItem(kept, header);
      const others = Object.entries(headersIn(model.getValue())).filter(([name]) => !/^authorization$/i.test(name));
      const headers = { Authorization: header, ...Object.fromEntries(others) };
      model.setValue(JSON.stringify(headers, null, 2));
    }

    function headersIn(text) {
      try {
        return Object(JSON.parse(text));
      } catch {
        return {};
      }
    }
  })();
`;
