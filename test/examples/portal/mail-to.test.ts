import { mailTo } from '../../../examples/portal/src/pages/account/parts/mail-to.ts';

describe('where a message to an e-mail address is written', () => {
  test('of an address it is that address', () => {
    expect(mailTo('post@alfred.example')).toBe('mailto:post@alfred.example');
  });

  test.each(['post@alfred.example?bcc=other@example.org', 'post@alfred.example&body=x', 'a@b.example,c@d.example'])(
    'no text of another system brings in a subject or a recipient: %s',
    (text) => {
      const { pathname, search } = new URL(mailTo(text));
      expect(search).toBe('');
      expect(pathname).not.toMatch(/[?&,;]/);
      expect(decodeURIComponent(pathname)).toBe(text);
    },
  );
});
