import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { HEADERS, pagePolicy, say } from './headers.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
/** What is made smaller; a font is small already. */
const COMPRESSED = ['.js', '.css', '.svg'];
/** Close to the best that there is, in a tenth of its time. */
const QUALITY = 9;
/** The builder names these by what is in them: what has changed has another name. */
const HASHED = '/assets/';
const FOREVER = 'public, max-age=31536000, immutable';

const ENCODINGS = {
  br: (content) => promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }),
  gzip: (content) => promisify(gzip)(content),
};

/** Answers with the files of a built page. Each is compressed once, when it is first asked for. */
export function filesOf(folder) {
  const compressed = new Map();
  const inEncoding = (path, time, encoding, content) => {
    const key = `${path} ${time} ${encoding}`;
    if (!compressed.has(key)) compressed.set(key, ENCODINGS[encoding](content));
    return compressed.get(key);
  };
  return {
    /** The page itself: with a nonce of this answer's where it has a place for one, and with `values` in theirs. */
    async index(response, values = {}) {
      const content = await readFile(join(folder, 'index.html'), 'utf8');
      const nonce = content.includes('__NONCE__') ? randomBytes(16).toString('base64') : null;
      const filled = Object.entries({ NONCE: nonce ?? '', ...values }).reduce(
        (text, [name, value]) => text.replaceAll(`__${name}__`, escaped(value)),
        content,
      );
      response.writeHead(200, {
        ...HEADERS,
        'content-security-policy': pagePolicy(nonce),
        'content-type': TYPES['.html'],
      });
      response.end(filled);
    },

    async file(pathname, request, response) {
      const path = normalize(join(folder, pathname));
      const extension = extname(path);
      const isOurs = TYPES[extension] !== undefined && path.startsWith(folder + sep);
      const content = isOurs ? await readFile(path).catch(() => null) : null;
      if (content === null) return say(response, 404, {});
      const encoding = COMPRESSED.includes(extension) ? encodingFor(request) : null;
      const { mtimeMs } = await stat(path);
      const body = encoding === null ? content : await inEncoding(path, mtimeMs, encoding, content);
      response.writeHead(200, {
        ...HEADERS,
        'content-type': TYPES[extension],
        'content-length': body.length,
        vary: 'accept-encoding',
        ...(encoding === null ? {} : { 'content-encoding': encoding }),
        ...(pathname.startsWith(HASHED) ? { 'cache-control': FOREVER } : {}),
      });
      response.end(request.method === 'HEAD' ? undefined : body);
    },
  };
}

/** The smallest that the caller takes. */
function encodingFor({ headers }) {
  const taken = (headers['accept-encoding'] ?? '')
    .split(',')
    .map((one) => one.trim().split(/\s*;\s*/))
    .filter(([, weight]) => !/^q=0(\.0*)?$/.test(weight ?? ''))
    .map(([name]) => name.toLowerCase());
  return Object.keys(ENCODINGS).find((encoding) => taken.includes(encoding)) ?? null;
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
