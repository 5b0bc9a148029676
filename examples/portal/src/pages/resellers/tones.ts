import type { AccountStatus, AccountSubscriptionStatus, TenantResellerStatus } from '../../api/generated.ts';
import type { BadgeTone } from '../../ui/badge.tsx';

/** How a status looks; what it is called and what it means the server says. */
export const RESELLER_TONES: Readonly<Record<TenantResellerStatus, BadgeTone>> = {
  ACTIVE: 'good',
  SUSPENDED: 'warn',
  ENDED: 'plain',
};

export const ACCOUNT_TONES: Readonly<Record<AccountStatus, BadgeTone>> = {
  ACTIVE: 'good',
  SUSPENDED: 'warn',
  DELETED: 'plain',
};

export const SUBSCRIPTION_TONES: Readonly<Record<AccountSubscriptionStatus, BadgeTone>> = {
  ACTIVE: 'good',
  CANCELLED: 'plain',
};
