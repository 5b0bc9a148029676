import { NARROW } from './graphiql-style';

/**
 * Runs in the page. Headers hold a token, which is wider than any screen: they are wrapped. On a narrow one everything is,
 * without the numbers of lines, which take a fifth of it.
 */
export const EDITORS_SCRIPT = `
  (() => {
    const narrow = matchMedia(${JSON.stringify(NARROW)});
    const onNarrow = {
      lineNumbers: 'off', wordWrap: 'on', folding: false, glyphMargin: false, lineDecorationsWidth: 4, fontSize: 13,
    };
    const wide = new Map();
    const isHeaders = (editor) => editor.getModel()?.uri.path.endsWith('request-headers.json') ?? false;

    function fit(editor) {
      if (!wide.has(editor)) {
        const given = editor.getRawOptions();
        wide.set(editor, Object.fromEntries(Object.keys(onNarrow).map((name) => [name, given[name]])));
      }
      const asWide = { ...wide.get(editor), ...(isHeaders(editor) && { wordWrap: 'on' }) };
      editor.updateOptions(narrow.matches ? onNarrow : asWide);
    }

    // Its text comes after it.
    monaco.editor.onDidCreateEditor((editor) => {
      setTimeout(() => fit(editor));
      editor.onDidDispose(() => wide.delete(editor));
    });
    narrow.addEventListener('change', () => monaco.editor.getEditors().forEach(fit));
  })();
`;
