import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import Negotiator from 'negotiator';
import type { Exchange } from './exchange';

/** In the order in which we like them: a half of what gzip leaves is worth the wait of the first who asks. */
const ENCODINGS = ['br', 'gzip', 'identity'] as const;

type Encoding = (typeof ENCODINGS)[number];

/** Of Brotli's eleven: the next step takes half as long again for 2 % less, the last one forty times as long. */
const BROTLI_QUALITY = 5;

/** A body that stays as it is while the process lives; in each encoding it is made once, when somebody first takes that. */
export class EncodedBody {
  private readonly made = new Map<Encoding, Promise<Buffer>>();
  private readonly fingerprint: string;

  constructor(readonly content: Buffer) {
    this.fingerprint = createHash('sha256').update(content).digest('base64url').slice(0, 22);
  }

  as(encoding: Encoding): Promise<Buffer> {
    let encoded = this.made.get(encoding);
    if (encoded === undefined) {
      encoded = encode(this.content, encoding);
      this.made.set(encoding, encoded);
    }
    return encoded;
  }

  /** Each encoding is another sequence of bytes, and has a tag of its own. */
  tag(encoding: Encoding): string {
    return `"${this.fingerprint}-${encoding}"`;
  }
}

/**
 * Answers with the body in the best encoding that the caller takes. It may keep it, but asks each time whether it is still
 * the same, so that a new version is seen at once; who has it is sent nothing but that.
 */
export async function sendEncoded(exchange: Exchange, contentType: string, body: EncodedBody): Promise<void> {
  const { request, response } = exchange;
  const encoding = encodingFor(request.headers['accept-encoding']);
  response.setHeader('cache-control', 'private, no-cache');
  response.setHeader('etag', body.tag(encoding));
  response.appendHeader('vary', 'accept-encoding');
  if (has(request.headers['if-none-match'], body.tag(encoding))) {
    response.statusCode = 304;
    response.end();
    return;
  }
  const content = await body.as(encoding);
  response.statusCode = 200;
  response.setHeader('content-type', contentType);
  if (encoding !== 'identity') response.setHeader('content-encoding', encoding);
  response.setHeader('content-length', content.length);
  response.end(content);
}

/** The best of ours that the caller takes, whatever it likes more itself; of who takes none, the content as it is. */
function encodingFor(acceptEncoding: string | undefined): Encoding {
  if (acceptEncoding === undefined) return 'identity';
  const taken = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } }).encodings([...ENCODINGS]);
  return ENCODINGS.find((encoding) => taken.includes(encoding)) ?? 'identity';
}

/** What stands in front may have made a tag weak: the bytes that we are asked about are the same. */
function has(ifNoneMatch: string | undefined, tag: string): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  return tags.includes(tag) || tags.includes('*');
}

async function encode(content: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'identity') return content;
  if (encoding === 'gzip') return promisify(gzip)(content);
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_MODE, BROTLI_MODE_TEXT } = constants;
  return promisify(brotliCompress)(content, {
    params: {
      [BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [BROTLI_PARAM_SIZE_HINT]: content.length,
      [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT,
    },
  });
}
