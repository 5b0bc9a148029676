export function History() {
  return <p>History</p>;
}
