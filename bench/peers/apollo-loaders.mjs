import DataLoader from 'dataloader';
import { In } from 'typeorm';
import { knownIds } from './account-sql.mjs';
import {
  Account,
  HistoryLine,
  PermissionGrant,
  PermissionRule,
  Subscription,
  TenantReseller,
} from './apollo-entities.mjs';

const RANK = { READ: 1, EDIT: 2, FULL: 3 };

/** The loaders of one request, each on a repository. */
export function loadersFor(source, caller) {
  const of = (entity) => source.getRepository(entity);
  const rules = new DataLoader((ids) => byId(of(PermissionRule), ids));
  const grants = new DataLoader(async (ids) => {
    const found = await of(PermissionGrant).findBy({ permissionRuleId: In([...ids]) });
    return ids.map((id) => found.filter((one) => one.permissionRuleId === id));
  });
  const withStanding = (accounts) => standing(source, caller, grants, accounts);
  return {
    rules,
    accounts: new DataLoader(async (ids) => {
      const found = await of(Account).find({ where: { id: In(knownIds(ids)) }, relations: { manager: true } });
      const known = new Map((await withStanding(found)).map((one) => [one.id, one]));
      return ids.map((id) => known.get(id) ?? { id });
    }),
    page: async (limit) => withStanding(await page(source, caller, limit)),
    subscriptions: new DataLoader((ids) =>
      lists(ids, of(Subscription), { relations: { service: true }, order: { startDate: 'ASC', id: 'ASC' } }),
    ),
    history: new DataLoader((ids) => lists(ids, of(HistoryLine), { order: { at: 'DESC', id: 'DESC' } })),
  };
}

/** The accounts that exist for the caller, with what the policy asks about. */
async function standing(source, caller, grants, accounts) {
  const own = await source.getRepository(TenantReseller).findBy({ accountId: In(accounts.map(({ id }) => id)) });
  const owned = new Set(own.map(({ accountId }) => accountId));
  const seen = await Promise.all(
    accounts.map(async (account) => ({
      ...account,
      access: await accessTo(account, caller, grants),
      isResellersOwn: owned.has(account.id),
      paysForOthers: owned.has(account.id) && (await paysForOthers(source, account.id)),
    })),
  );
  return seen.filter(({ access }) => access !== null);
}

async function accessTo({ responsibleUserId, permissionRuleId }, caller, grants) {
  if (caller.isAdministrator || responsibleUserId === caller.id) return 3;
  if (permissionRuleId === null) return null;
  const ranks = (await grants.load(permissionRuleId))
    .filter(({ principal, principalId }) =>
      principal === 'USER' ? principalId === caller.id : caller.groups.includes(principalId),
    )
    .map(({ access }) => RANK[access]);
  return ranks.length === 0 ? null : Math.max(...ranks);
}

function paysForOthers(source, id) {
  return source
    .getRepository(Account)
    .createQueryBuilder('account')
    .where('account.billToId = :id AND account.id <> :id', { id })
    .getExists();
}

function page(source, caller, limit) {
  const query = source
    .getRepository(Account)
    .createQueryBuilder('account')
    .leftJoinAndSelect('account.manager', 'manager')
    .where(`account.status <> 'DELETED'`)
    .orderBy('account.sortName')
    .addOrderBy('account.id')
    .limit(limit);
  if (caller.isAdministrator) return query.getMany();
  return query
    .andWhere(
      `(account.responsibleUserId = :user OR account.permissionRuleId IN (SELECT g.permission_rule_id FROM permission_grants g
        WHERE g.principal = 'USER' AND g.principal_id = :user OR g.principal = 'GROUP' AND g.principal_id = ANY (:groups)))`,
      { user: caller.id, groups: caller.groups },
    )
    .getMany();
}

async function byId(repository, ids) {
  const found = new Map((await repository.findBy({ id: In([...ids]) })).map((one) => [one.id, one]));
  return ids.map((id) => found.get(id) ?? null);
}

async function lists(ids, repository, options) {
  const found = await repository.find({ ...options, where: { accountId: In([...ids]) } });
  return ids.map((id) => found.filter(({ accountId }) => accountId === id));
}
