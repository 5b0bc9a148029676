/** Addresses below these are files and services. */
const NOT_PAGES = ['assets', 'graphql', 'identities'];

/** Whether an address is one of the portal's pages, which all are the one page that is served: files alone have a dot. */
export function isPage(pathname) {
  return !pathname.includes('.') && !NOT_PAGES.includes(pathname.split('/')[1]);
}
