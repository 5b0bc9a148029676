/** The page's mark: a circle within a circle, as an account below a reseller. Upstream's is 150 KB. */
export const FAVICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" fill="#d60590"/>' +
    '<circle cx="8" cy="10" r="3" fill="#fff"/></svg>',
)}`;

/**
 * Without fonts for Cyrillic, Greek and Vietnamese, whose letters are then of the system's own, and without what stands
 * there twice: two fifths of the style.
 */
export function withoutWhatNobodyReads(css: string): string {
  const fonts = new Set<string>();
  return css.replace(/@font-face\s*\{[^}]*\}/g, (font) => {
    const isForeign = /unicode-range:U\+(0460|0400|1F00|0370|0102)/.test(font);
    const source = /url\([^)]*\)/.exec(font)?.[0] ?? font;
    const isThere = fonts.has(source);
    fonts.add(source);
    return isForeign || isThere ? '' : font;
  });
}

/** Where what stands side by side does not fit. */
export const NARROW = '(max-width: 700px)';

/** Ours, after GraphiQL's. On a narrow screen what stands side by side stands below each other. */
export const STYLE = `
  html, body { height: 100%; margin: 0; }
  .opening { margin: 30vh auto; text-align: center; color: #777; font: 16px system-ui, sans-serif; }
  .graphiql-container { width: 100%; height: 100dvh; }
  .graphiql-container .graphiql-container { height: 100%; }
  .graphiql-tab { transform: none !important; touch-action: auto !important; }
  .graphiql-logo > div > div { display: none !important; }
  .graphiql-logo { white-space: nowrap; }

  @media ${NARROW} {
    #root .graphiql-container > .graphiql-container { flex-direction: column; }
    .graphiql-container .graphiql-sidebar {
      flex-direction: row;
      width: 100%;
      padding: 4px 8px 0;
      overflow: visible;
    }
    .graphiql-container .graphiql-sidebar > button { margin-top: 0 !important; width: 44px; height: 44px; }
    .graphiql-container .graphiql-sidebar > button:nth-last-of-type(3) { margin-left: auto; }
    .graphiql-container .graphiql-main { flex-direction: column; min-height: 0; }
    .graphiql-container .graphiql-plugin { border: 0; padding: 8px 16px; flex: 1 1 0% !important; }
    .graphiql-main:has(> .graphiql-plugin:not([style*="absolute"])) > .graphiql-sessions { display: none; }
    .graphiql-container .graphiql-sessions { margin: 4px 8px 8px; min-height: 0; }
    .graphiql-container .graphiql-session-header { min-width: 0; }
    .graphiql-logo { display: none; }
    .graphiql-container #graphiql-session { flex-direction: column; min-height: 0; }
    .graphiql-container .graphiql-editors { flex: 3 1 0% !important; min-height: 0; border-radius: 0 0 12px 12px; }
    .graphiql-container .graphiql-response { flex: 2 1 0% !important; min-height: 0; padding-top: 8px; }
    .graphiql-horizontal-drag-bar { display: none; }
    .graphiql-container .graphiql-toolbar { --toolbar-width: 36px; gap: 2px; }
    .graphiql-container .graphiql-query-editor, .graphiql-container .graphiql-editor-tool { padding: 8px; }
    .graphiql-container .graphiql-editor-tools { padding: 2px 8px; }
    .graphiql-dialog { max-width: 94vw; max-height: 90vh; width: 94vw; box-sizing: border-box; }
    .graphiql-dialog .graphiql-dialog-header, .graphiql-dialog .graphiql-dialog-section { padding: 12px; flex-wrap: wrap; gap: 8px; }
  }
`;
