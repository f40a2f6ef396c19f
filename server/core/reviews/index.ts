export type { AccountsOf, MemberAccount } from './accounts.ts'
export { keepReviews } from './keep-reviews.ts'
export { reviewOperations } from './operations.ts'
