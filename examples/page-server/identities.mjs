/**
 * Who one may be on this machine: identities that the local development issuer vouches for. `carla` has a group that the
 * example's sharing rule does not name.
 */
export function identitiesOf(issuer, resellers) {
  const person = (userId, groups, administrator, description) => ({
    id: userId,
    kind: 'person',
    name: userId[0].toUpperCase() + userId.slice(1),
    description,
    token: () => issuer.tokenForPerson({ userId, groups, administrator }),
  });
  return [
    person('admin', [], true, 'An administrator of the distributor, who may do everything and sets things up'),
    person('anna', ['billing'], false, 'Of the distributor, responsible for the accounts of the example: full access'),
    person(
      'bob',
      ['billing'],
      false,
      'Of the distributor, in the group billing: may edit, by the sharing rule of the example',
    ),
    person(
      'carla',
      ['readers'],
      false,
      'Of the distributor, in the group readers, which no sharing rule of the example names',
    ),
    ...resellers.map(({ id, name }) => ({
      id: `sync-${id}`,
      kind: 'sync',
      name: `Sync of ${name}`,
      reseller: name,
      description: "The machine identity of the reseller's own BSS",
      token: () => issuer.tokenForSync({ tenantResellerId: id }),
    })),
  ];
}
