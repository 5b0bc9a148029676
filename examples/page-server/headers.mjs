/** Of whatever is answered. */
export const HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/**
 * The page loads nothing but its own files, and asks nobody but its own origin. A page that has a place for a nonce has a
 * library that adds a style: that one style, of this one answer, is let through.
 */
export function pagePolicy(nonce) {
  return [
    "default-src 'none'",
    "script-src 'self'",
    nonce === null ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export function say(response, status, body, more = {}) {
  response.writeHead(status, { ...HEADERS, 'content-type': 'application/json', ...more });
  response.end(JSON.stringify(body));
}
