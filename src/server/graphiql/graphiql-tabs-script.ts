/**
 * Runs in the page. GraphiQL lets tabs be dragged, and leaves each with a shift that its style hides until the tab has the
 * focus: pressed, it jumped from under the pointer, and the click went beside it. The style takes the shift away, and
 * nobody is told of the pressing, so that no drag begins; clicks and keys go on as before. What becomes active by other
 * ways is brought into sight.
 */
export const TABS_SCRIPT = `
  (() => {
    const isTab = ({ target }) => target instanceof Element && target.closest('.graphiql-tab') !== null;
    addEventListener('pointerdown', (event) => isTab(event) && event.stopPropagation(), { capture: true });

    const narrow = matchMedia('(max-width: 700px)');
    const fit = (editor) =>
      editor.updateOptions(
        narrow.matches
          ? { lineNumbers: 'off', wordWrap: 'on', folding: false, glyphMargin: false, lineDecorationsWidth: 4 }
          : { lineNumbers: 'on', wordWrap: isHeaders(editor) ? 'on' : 'off', folding: true, lineDecorationsWidth: 10 },
      );
    const isHeaders = (editor) => editor.getModel()?.uri.path.endsWith('request-headers.json') ?? false;
    monaco.editor.onDidCreateEditor((editor) => setTimeout(() => fit(editor)));
    narrow.addEventListener('change', () => monaco.editor.getEditors().forEach(fit));
  })();
`;
