export default function Reseller() {
  return <h1>Reseller</h1>;
}
