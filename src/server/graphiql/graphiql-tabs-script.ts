/**
 * Runs in the page. GraphiQL lets tabs be dragged, and leaves each with a shift that its style hides until the tab has the
 * focus: pressed, it jumped from under the pointer, and the click went beside it. The style takes the shift away, and
 * nobody is told of the pressing, so that no drag begins; clicks and keys go on as before.
 */
export const TABS_SCRIPT = `
  (() => {
    const isTab = ({ target }) => target instanceof Element && target.closest('.graphiql-tab') !== null;
    addEventListener('pointerdown', (event) => isTab(event) && event.stopPropagation(), { capture: true });
  })();
`;
