export function resellerAccountMade(resellerName: string): string {
  return `Is the account of the tenant reseller ${resellerName}`;
}

export function transferredTo(resellerName: string): string {
  return `Transferred to ${resellerName}, which manages it from now on`;
}
