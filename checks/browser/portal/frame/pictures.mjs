import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { PICTURES } from './picture-list.mjs';

const WIDTHS = [1280, 360];
const SCHEMES = ['light', 'dark'];
const LOCALES = ['en-GB', 'de-DE'];
const QUALITY = 90;

/**
 * Every page that is worth a picture, in both widths and themes: axe-core finds nothing and nothing sticks out. With PICTURES=<folder>
 * each is written there, as `<name>-<width>-<scheme>.webp`, in English; German, which is longer, is looked at too.
 */
export function describePictures(world) {
  if (!world.isLong) return;
  const folder = process.env.PICTURES;
  describe('pictures', () => {
    for (const picture of PICTURES) {
      for (const scheme of SCHEMES) {
        test(`${picture.name}, ${scheme}`, async () => {
          for (const width of WIDTHS) {
            for (const locale of LOCALES) {
              const content = await take(world, picture, { width, scheme, locale });
              if (folder === undefined || locale !== LOCALES[0]) continue;
              mkdirSync(folder, { recursive: true });
              writeFileSync(join(folder, `${picture.name}-${width}-${scheme}.webp`), content);
            }
          }
        });
      }
    }
  });
}

/** The window as it is then, as WebP, which Playwright does not make. */
async function take(world, { identity, path, prepare = async () => undefined }, options) {
  const visit = await world.open(identity, path(world), options);
  await visit.settled();
  await prepare(visit, options);
  await visit.page.evaluate(() => document.fonts.ready);
  assert.deepEqual([await visit.overflow(), await visit.axe()], [0, []], JSON.stringify(options));
  const session = await visit.page.context().newCDPSession(visit.page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
  await visit.closeWithoutFault();
  return Buffer.from(data, 'base64');
}
