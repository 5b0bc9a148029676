export function Relations() {
  return <p>Relations</p>;
}
