import DataLoader from 'dataloader';
import type { AccountGaps } from '../../domain/accounts/account';
import { type AccountParts, EVERY_PART } from '../../domain/accounts/account';
import type { Count } from '../../domain/accounts/account-filter';
import type { Standing } from '../../domain/accounts/account-standing';
import type { AccountView, ManagedView } from '../../domain/accounts/account-view';
import type { CustomFieldDefinition } from '../../domain/accounts/custom-field';
import type { Invoice, IssuedLine, OverbilledPeriod, PendingInvoice } from '../../domain/billing/invoice';
import type { Caller } from '../../domain/caller';
import type { AnnouncedMove } from '../../domain/moving/leaving';
import type { GoLiveAccount, GoLiveFacts } from '../../domain/resellers/go-live';
import type { PermissionRule } from '../../domain/resellers/permission-rule';
import type { OfferedService, PriceList, PriceListEntry } from '../../domain/resellers/price-list';
import type { Subscription } from '../../domain/selling/subscription';
import type { TenantReseller } from '../../domain/tenant-reseller';
import { readAccounts, readPagesBelow } from '../../persistence/accounts/account-answers';
import { billedAccounts, findAccountGaps } from '../../persistence/accounts/account-facts';
import {
  type AccountPage,
  countCustomers,
  type ListedAccount,
  type Look,
  listCustomers,
} from '../../persistence/accounts/account-list';
import { listCustomFieldDefinitions } from '../../persistence/accounts/custom-field-repository';
import { findPossibleDuplicates } from '../../persistence/accounts/possible-duplicates';
import { findInvoiceLines, findInvoices } from '../../persistence/billing/invoice-repository';
import { findOverbilled } from '../../persistence/billing/overbilled';
import { findPendingInvoices } from '../../persistence/billing/pending-invoices';
import type { Reader } from '../../persistence/engine/database';
import type { Keyset, KeysetPage } from '../../persistence/engine/keyset';
import { findAnnouncedMoves } from '../../persistence/resellers/move-repository';
import { findPermissionRules, listPermissionRules } from '../../persistence/resellers/permission-rule-repository';
import { findPriceLists, loadPriceListEntries } from '../../persistence/resellers/price-list-repository';
import { findServices } from '../../persistence/resellers/service-repository';
import { findTenantResellers } from '../../persistence/resellers/tenant-reseller-repository';
import { findGoLiveFacts, findInTheWay, listGoLiveAccounts } from '../../persistence/selling/go-live-repository';
import { findRunningSubscriptions, findSubscriptions } from '../../persistence/selling/subscription-repository';
import type { WorkBudget } from '../executor/work-budget';
import { AccountLoader } from './account-loader';
import { Batches } from './batches';
import { accountAndId, byCanonicalId } from './keys';
import { ListLook } from './list-look';
import { ResellerLoaders } from './reseller-loaders';

/** What one request has loaded for one caller: nothing is read twice, and a list costs a constant number of statements. */
export class Loaders {
  #customFieldDefinitions: Promise<CustomFieldDefinition[]> | null = null;
  #everyPermissionRule: Promise<PermissionRule[]> | null = null;
  readonly #batches = new Batches();
  #parts: AccountParts = EVERY_PART;
  readonly #look: ListLook;

  constructor(
    private readonly sql: Reader,
    private readonly caller: Caller,
    private readonly budget: WorkBudget,
  ) {
    this.#look = new ListLook(sql, caller);
    this.resellers = new ResellerLoaders(sql);
    this.accounts = new AccountLoader(caller, (ids) => readAccounts(sql, caller, ids, this.#parts));
  }

  /** What resellers' syncs have done. */
  readonly resellers: ResellerLoaders;

  /** Accounts as the caller sees them; every id has an answer (S21). */
  readonly accounts: AccountLoader;

  /** From now on these parts of accounts are read: all that the operation asks for. */
  readParts(parts: AccountParts): void {
    if (parts === this.#parts) return;
    this.#parts = parts;
    this.accounts.forget();
  }

  /** One account as the caller sees it; null when it does not exist for the caller. */
  async visibleAccount(id: string): Promise<AccountView | null> {
    const view = await this.accounts.load(id);
    return view.isThere ? view : null;
  }

  /** How an account stands to the rules. Of a reseller's own its customers are looked for, when the rules are asked. */
  standingOf(view: AccountView): Standing | null | Promise<Standing | null> {
    if (!view.isResellersOwn) return view.standing(false);
    return this.#haveBilledCustomers.load(view.id).then((billed) => view.standing(billed));
  }

  readonly #haveBilledCustomers = new DataLoader<string, boolean>(async (ids) => {
    const billed = await billedAccounts(this.sql, ids);
    return ids.map((id) => billed.has(id));
  });

  /** What is read of the accounts of a list, and what lists know of the caller before they ask for accounts. */
  look(): Required<Look> {
    return this.#look.of(this.#parts);
  }

  /** Everyone of the distributor sees tenant resellers (S25), a sync caller its own. */
  readonly tenantResellers = new DataLoader<string, TenantReseller | null>((ids) =>
    byCanonicalId(ids, async (wanted) =>
      findTenantResellers(
        this.sql,
        wanted.filter((id) => this.#maySee(id)),
      ),
    ),
  );

  readonly permissionRules = new DataLoader<string, PermissionRule | null>((ids) =>
    byCanonicalId(ids, (wanted) => findPermissionRules(this.sql, wanted)),
  );

  readonly services = new DataLoader<string, OfferedService | null>((ids) =>
    byCanonicalId(ids, (wanted) => findServices(this.sql, this.caller, wanted)),
  );

  readonly priceLists = new DataLoader<string, PriceList | null>((ids) =>
    byCanonicalId(ids, (wanted) => findPriceLists(this.sql, wanted)),
  );

  /** A page of what a price list has. */
  priceListEntries(priceListId: string, page: KeysetPage): Promise<PriceListEntry[]> {
    return this.#batches
      .of(['priceListEntries', page], (ids) => loadPriceListEntries(this.sql, ids, page), [])
      .load(priceListId);
  }

  /** Every custom field there is. */
  customFieldDefinitions(): Promise<CustomFieldDefinition[]> {
    this.#customFieldDefinitions ??= listCustomFieldDefinitions(this.sql);
    return this.#customFieldDefinitions;
  }

  /** Every sharing rule with its grants: not read again for each name that a query asks for it under. */
  everyPermissionRule(): Promise<PermissionRule[]> {
    this.#everyPermissionRule ??= listPermissionRules(this.sql);
    return this.#everyPermissionRule;
  }

  readonly #gaps = new DataLoader<string, AccountGaps>(async (ids) => {
    const gaps = await findAccountGaps(this.sql, ids);
    return ids.map((id) => gaps.get(id) ?? new Error(`The account ${id} is not there for the sync that has loaded it`));
  });

  /** What the account lacks. A sync is told that, and no more of what it is about. */
  async gapsOf(managed: ManagedView): Promise<AccountGaps> {
    return this.caller.kind === 'RESELLER_SYNC' ? this.#gaps.load(managed.accountId) : managed.gaps;
  }

  /** Whether another account that the caller may see has this one's e-mail or number. A sync is told none. */
  readonly possibleDuplicates = new DataLoader<string, boolean>(async (ids) => {
    if (this.caller.kind === 'RESELLER_SYNC') return ids.map(() => false);
    const duplicates = await findPossibleDuplicates(this.sql, this.caller, ids);
    return ids.map((id) => duplicates.has(id));
  });

  /** A page of what lies below an account. */
  page<Item>(keyset: Keyset<Item>, accountId: string, page: KeysetPage): Promise<Item[]> {
    return this.#batches
      .of([keyset.name, page], (ids) => readPagesBelow(this.sql, this.caller, keyset, ids, page), [])
      .load(accountId);
  }

  /** What would be invoiced for the account by a day; by today when none is given. */
  pendingInvoices(accountId: string, asOf: string | null, today: string): Promise<PendingInvoice[]> {
    const until = asOf ?? today;
    const issueDate = until > today ? until : today;
    return this.#batches
      .of(
        ['pendingInvoices', until],
        (accountIds) =>
          this.budget.readLines(
            () => findPendingInvoices(this.sql, accountIds, { asOf: until, today }, issueDate),
            (found) => [...found.values()].flat().reduce((sum, { lines }) => sum + lines.length, 0),
          ),
        [],
      )
      .load(accountId);
  }

  readonly invoices = new DataLoader<string, Invoice | null>((ids) =>
    byCanonicalId(ids, (wanted) => findInvoices(this.sql, wanted)),
  );

  readonly invoiceLines = new DataLoader<string, IssuedLine[]>(async (ids) => {
    const lines = await this.budget.readLines(
      () => findInvoiceLines(this.sql, ids),
      (found) => [...found.values()].reduce((sum, { length }) => sum + length, 0),
    );
    return ids.map((id) => lines.get(id) ?? []);
  });

  /** Subscriptions by account and id. */
  readonly subscriptions = new DataLoader<{ accountId: string; id: string }, Subscription | null, string>(
    async (keys) => {
      const found = await findSubscriptions(this.sql, keys);
      return keys.map(({ accountId, id }) => found.get(`${accountId} ${id}`) ?? null);
    },
    { cacheKeyFn: ({ accountId, id }) => `${accountId} ${id}` },
  );

  /** What was invoiced too much of a subscription, by a day. */
  overbilled(accountId: string, id: string, today: string): Promise<OverbilledPeriod[]> {
    const load = (keys: readonly string[]) => findOverbilled(this.sql, keys.map(accountAndId), today);
    return this.#batches.of<OverbilledPeriod[]>(['overbilled', today], load, []).load(`${accountId} ${id}`);
  }

  /** Moves of accounts that are announced. */
  readonly announcedMoves = new DataLoader<string, AnnouncedMove | null>((ids) =>
    byCanonicalId(ids, (wanted) => findAnnouncedMoves(this.sql, wanted)),
  );

  /** A page of a reseller's customers. */
  customers(tenantResellerId: string, page: AccountPage): Promise<ListedAccount[]> {
    const read = (ids: readonly string[]) => listCustomers(this.sql, this.caller, ids, page, this.look());
    return this.#batches.of(['customers', page], read, []).load(tenantResellerId);
  }

  /** A page of the plan of a reseller to go live, by its own account. */
  goLiveAccounts(resellersAccountId: string, today: string, page: AccountPage): Promise<GoLiveAccount[]> {
    const read = (ids: readonly string[]) => listGoLiveAccounts(this.sql, ids, today, page);
    return this.#batches.of(['goLiveAccounts', today, page], read, []).load(resellersAccountId);
  }

  /** One of the accounts that keep a reseller from going live, if there is one. */
  inTheWay(resellersAccountId: string, today: string): Promise<{ readonly name: string }[]> {
    const read = (ids: readonly string[]) => findInTheWay(this.sql, ids, today, 1);
    return this.#batches.of(['inTheWay', today], read, []).load(resellersAccountId);
  }

  goLiveFacts(accountId: string, today: string): Promise<GoLiveFacts> {
    const read = (ids: readonly string[]) => findGoLiveFacts(this.sql, ids, today);
    return this.#batches.of(['goLiveFacts', today], read, NOTHING_BELOW).load(accountId);
  }

  /** The subscriptions of an account that run on a day. */
  runningSubscriptions(accountId: string, today: string): Promise<Subscription[]> {
    const read = (ids: readonly string[]) =>
      this.budget.readLines(
        () => findRunningSubscriptions(this.sql, ids, today),
        (found) => [...found.values()].reduce((sum, { length }) => sum + length, 0),
      );
    return this.#batches.of(['runningSubscriptions', today], read, []).load(accountId);
  }

  readonly customerCounts = new DataLoader<string, Count>(async (ids) => {
    const counts = await countCustomers(this.sql, this.caller, ids, this.look());
    return ids.map((id) => counts.get(id) ?? { total: 0, isCapped: false });
  });

  /** After a write, what was read before is no longer true. */
  forget(): void {
    this.accounts.forget();
    this.#haveBilledCustomers.clearAll();
    this.#look.forget();
    this.tenantResellers.clearAll();
    this.permissionRules.clearAll();
    this.services.clearAll();
    this.priceLists.clearAll();
    this.possibleDuplicates.clearAll();
    this.#gaps.clearAll();
    this.customerCounts.clearAll();
    this.invoices.clearAll();
    this.invoiceLines.clearAll();
    this.subscriptions.clearAll();
    this.announcedMoves.clearAll();
    this.#customFieldDefinitions = null;
    this.#everyPermissionRule = null;
    this.#batches.forget();
    this.resellers.forget();
  }

  #maySee(tenantResellerId: string): boolean {
    return this.caller.kind !== 'RESELLER_SYNC' || this.caller.tenantResellerId === tenantResellerId;
  }
}

const NOTHING_BELOW: GoLiveFacts = { runs: false, lacksPrice: false, isNamed: false };
