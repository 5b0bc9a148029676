/** What each contract is for; its name is the tag that its fields bear. */
export const CONTRACTS = {
  portal: 'what people of the distributor use',
  sync: "what a tenant reseller's sync uses",
  admin: 'what administrators use, all of the portal among it',
};
