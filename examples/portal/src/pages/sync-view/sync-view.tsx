export default function SyncView() {
  return <h1>SyncView</h1>;
}
