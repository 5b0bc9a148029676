/** What Prometheus has scraped, by series: a value a step, as promtool writes it. */
type Series = Readonly<Record<string, string>>;

/** When an alert is to fire, and when it is not. */
export interface AlertCase {
  readonly alert: string;
  /** Minutes after which is looked, and from one value to the next. */
  readonly after: number;
  readonly step?: number;
  readonly fires: readonly Series[];
  readonly quiet: readonly Series[];
}

const A = 'instance="a"';
/** Buckets of one histogram in which all of ten a minute lie above the one bound and below the other. */
const between = (name: string, labels: string, above: string, below: string): Series => ({
  [`reseller_accounts_${name}_bucket{${labels},le="${above}"}`]: '0x60',
  [`reseller_accounts_${name}_bucket{${labels},le="${below}"}`]: '0+10x60',
  [`reseller_accounts_${name}_bucket{${labels},le="+Inf"}`]: '0+10x60',
  [`reseller_accounts_${name}_count{${labels}}`]: '0+10x60',
});
/** One series of ours with these values. */
const one = (name: string, values: string, labels = ''): Series => ({
  [`reseller_accounts_${name}{${A}${labels ? `,${labels}` : ''}}`]: values,
});
const workers = (serving: string, unheard: string): Series => ({
  ...one('workers', '2x30'),
  ...one('workers_serving', serving),
  ...one('workers_unheard', unheard),
});
const heap = (used: string): Series => ({
  ...one('nodejs_heap_size_used_bytes', used),
  ...one('heap_limit_bytes', '100x30'),
});
const requests = (ok: string, failed: string, outcome: string): Series => ({
  ...one('requests_total', ok, 'outcome="ok"'),
  ...one('requests_total', failed, `outcome="${outcome}"`),
});
const items = (created: string, rejected: string): Series => ({
  ...one('sync_items_total', created, 'reseller="r",outcome="CREATED"'),
  ...one('sync_items_total', rejected, 'reseller="r",outcome="REJECTED"'),
});
const audit = (rest: string, ready: string): Series => ({
  ...one('audit_rest_entries', rest, 'audit="account_audit"'),
  ...one('audit_months_ready', ready, 'audit="account_audit"'),
});
const size = (values: string): Series => one('audit_size_bytes', values, 'audit="account_audit"');
const accepted = (values: string, reseller = 'r'): Series =>
  one('last_accepted_event_timestamp_seconds', values, `reseller="${reseller}"`);
const denied = (values: string, layer: string): Series => one('denied_writes_total', values, `layer="${layer}"`);
const slow = (above: string, below: string): Series =>
  between('request_duration_seconds', `${A},operation="Q"`, above, below);
const waits = (above: string, below: string): Series =>
  between('database_pool_wait_seconds', `${A},login="portal"`, above, below);
const locks = (values: string): Series => one('database_lock_waits', values, 'login="portal"');
const failures = (values: string, cause: string): Series =>
  one('database_failures_total', values, `login="portal",cause="${cause}"`);
const retries = (values: string): Series => one('database_retries_total', values, 'login="sync",cause="deadlock"');

/** Whoever answers is up, unless a case says otherwise. */
export const UP: Series = { [`up{job="reseller-accounts",${A}}`]: '1x300' };

export const ALERT_CASES: readonly AlertCase[] = [
  {
    alert: 'ResellerAccountsDown',
    after: 5,
    fires: [{ [`up{job="reseller-accounts",${A}}`]: '0x30' }, { 'up{job="another"}': '1x30' }],
    quiet: [{}],
  },
  {
    alert: 'ResellerAccountsNotReady',
    after: 5,
    fires: [one('ready', '0x30')],
    quiet: [one('ready', '1x30'), one('ready', '1 1 1 1 0x30')],
  },
  {
    alert: 'ResellerAccountsDatabaseOutage',
    after: 5,
    fires: [one('database_outage', '1x30')],
    quiet: [one('database_outage', '0x30')],
  },
  {
    alert: 'ResellerAccountsErrorRatio',
    after: 30,
    fires: [requests('0+94x60', '0+6x60', 'fault'), requests('0+94x60', '0+6x60', 'unavailable')],
    quiet: [requests('0+99x60', '0+1x60', 'fault'), requests('0+50x60', '0+50x60', 'refused')],
  },
  {
    alert: 'ResellerAccountsFaults',
    after: 5,
    fires: [one('faults_total', '0 0 1x30')],
    quiet: [one('faults_total', '5x30')],
  },
  {
    alert: 'ResellerAccountsGuardFaults',
    after: 5,
    fires: [one('guard_faults', '2x30')],
    quiet: [one('guard_faults', '0x30')],
  },
  {
    alert: 'ResellerAccountsDatabaseDeniedAWrite',
    after: 6,
    fires: ['pass', 'trigger', 'grant', 'row_security'].map((layer) => denied('0 0 1x30', layer)),
    quiet: [denied('0+10x30', 'policy'), denied('0+10x30', 'schema'), denied('1x30', 'trigger')],
  },
  {
    alert: 'ResellerAccountsIssuerKeys',
    after: 25,
    fires: [one('issuer_key_failures_total', '0+1x60', 'issuer="people"')],
    quiet: [one('issuer_key_failures_total', '0x5 1x60', 'issuer="people"')],
  },
  {
    alert: 'ResellerAccountsLookFailed',
    after: 15,
    fires: [one('look_failed', '1x30', 'look="storage"')],
    quiet: [one('look_failed', '0x10 1x30', 'look="storage"')],
  },
  { alert: 'ResellerAccountsSlowRequests', after: 40, fires: [slow('2.5', '5')], quiet: [slow('0.25', '0.5')] },
  { alert: 'ResellerAccountsPoolWaits', after: 40, fires: [waits('0.25', '0.5')], quiet: [waits('0.005', '0.025')] },
  {
    alert: 'ResellerAccountsPoolTimeouts',
    after: 30,
    fires: [one('database_pool_timeouts_total', '0+2x60', 'login="sync"')],
    quiet: [one('database_pool_timeouts_total', '0x20 3x60', 'login="sync"')],
  },
  { alert: 'ResellerAccountsRetries', after: 40, fires: [retries('0+30x60')], quiet: [retries('0+1x60')] },
  {
    alert: 'ResellerAccountsLockWaits',
    after: 20,
    fires: [locks('5x30'), failures('0+2x60', 'lock_timeout')],
    quiet: [locks('1x30'), failures('0+2x60', 'constraint')],
  },
  {
    alert: 'ResellerAccountsEventLoop',
    after: 20,
    fires: [one('event_loop_delay_p99_seconds', '0.3x30')],
    quiet: [one('event_loop_delay_p99_seconds', '0.05x30')],
  },
  { alert: 'ResellerAccountsMemory', after: 20, fires: [heap('90x30')], quiet: [heap('60x30')] },
  {
    alert: 'ResellerAccountsLimits',
    after: 40,
    fires: [one('limit_refusals_total', '0+120x60', 'limit="held_bytes"')],
    quiet: [one('limit_refusals_total', '0+5x60', 'limit="held_bytes"')],
  },
  {
    alert: 'ResellerAccountsWorkersEnded',
    after: 6,
    fires: [one('workers_ended_total', '0 0 1x30')],
    quiet: [one('workers_ended_total', '3x30')],
  },
  {
    alert: 'ResellerAccountsWorkersMissing',
    after: 10,
    fires: [workers('1x30', '0x30'), workers('2x30', '1x30')],
    quiet: [workers('2x30', '0x30')],
  },
  {
    alert: 'ResellerAccountsNoEventAccepted',
    after: 26 * 60,
    step: 10,
    fires: [accepted('0x300'), accepted('0x10')],
    quiet: [accepted('0+600x300'), accepted('0x300', 'other')],
  },
  {
    alert: 'ResellerAccountsRefusedItems',
    after: 50,
    fires: [items('0+5x60', '0+5x60')],
    quiet: [items('0+50x60', '0+1x60'), items('0x60', '0x45 1x60')],
  },
  {
    alert: 'ResellerAccountsAuditMonths',
    after: 26 * 60,
    step: 10,
    fires: [audit('5x300', '4x300'), audit('0x300', '3x300')],
    quiet: [audit('0x300', '4x300')],
  },
  {
    alert: 'ResellerAccountsAuditGrows',
    after: 26 * 60,
    step: 10,
    fires: [size('60000000000+1000000x300')],
    quiet: [size('60000000000x10 55000000000+1000000x300'), size('1000000000+1000000x300')],
  },
];
