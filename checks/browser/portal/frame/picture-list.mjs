/**
 * What is taken a picture of: `identity` is who looks (null: nobody yet), `path` gives the address in a world, and `prepare` does
 * with the visit what has to be done before, in any language.
 */
export const PICTURES = [
  {
    name: 'sign-in',
    identity: null,
    path: () => '/',
    prepare: ({ page }) => page.locator('.identity').first().waitFor(),
  },
  { name: 'accounts', identity: 'admin', path: () => '/' },
  { name: 'account', identity: 'anna', path: ({ accounts }) => `/accounts/${accounts.copied}` },
  {
    name: 'account-padlock',
    identity: 'anna',
    path: ({ accounts }) => `/accounts/${accounts.copied}`,
    prepare: async ({ page }) => {
      await page.locator('main .padlock').first().focus();
      await page.locator('.tip').waitFor();
    },
  },
  { name: 'invoices', identity: 'anna', path: ({ accounts }) => `/accounts/${accounts.copied}/invoices` },
  { name: 'reseller', identity: 'admin', path: ({ resellers }) => `/resellers/${resellers.alpha.id}` },
];
