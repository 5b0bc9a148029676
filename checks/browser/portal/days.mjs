/** What is seeded today and looked at after midnight is from the same day still. */
const BEGAN = Date.now();

/** So many days from the one on which the tests began, as a calendar day. */
export function day(ahead) {
  return new Date(BEGAN + ahead * 86_400_000).toISOString().slice(0, 10);
}
