/**
 * A gateway that runs, and nobody who is vouched for: the caller's token is added to what the page asks by whatever holds the
 * distributor's session, in front of the portal. `signInUrl` is where the page sends those who have none.
 */
export async function targetOf({ gateway, signInUrl }) {
  return { url: gateway, headers: {}, identities: null, values: { SESSION: 'outer', SIGN_IN_URL: signInUrl } };
}
