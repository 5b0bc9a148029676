export default function Resellers() {
  return <h1>Resellers</h1>;
}
