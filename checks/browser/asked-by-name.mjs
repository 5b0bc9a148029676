import { request } from 'node:http';

/** The status that a page's server has for who asks for a token by a name that somebody has made to lead here; fetch would not say it. */
export function askedByName(url, host, path = '/identities/admin', method = 'POST') {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    request({ agent: false, host: hostname, port, method, path, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}
