const PLACEHOLDER = '<paste the output of: npm run -s token -- administrator>';

/** What stands in the header editor of each tab. */
export const HEADERS_TO_FILL_IN = JSON.stringify({ Authorization: `Bearer ${PLACEHOLDER}` }, null, 2);

/**
 * Runs in the page. A placeholder that nobody replaced is not sent: the server would refuse it, and with it the docs
 * that need no token. A token pasted into one tab serves the others until the browser's tab is closed.
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
  })();
`;
