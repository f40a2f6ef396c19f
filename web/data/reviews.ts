import type {
  AccessReview,
  AccessReviewDetail,
  ReviewDecision,
  ReviewLine,
} from '#shared/operations/reviews.ts'
import { request } from './request.ts'

export type { AccessReview, AccessReviewDetail, ReviewDecision, ReviewLine }

export const listReviews = async (signal?: AbortSignal): Promise<readonly AccessReview[]> =>
  (await request<{ data: readonly AccessReview[] }>('GET', '/access-reviews', { signal })).data.data

export const openReview = async (): Promise<AccessReview> =>
  (await request<{ data: AccessReview }>('POST', '/access-reviews')).data.data

export const getReview = async (id: string, signal?: AbortSignal): Promise<AccessReviewDetail> =>
  (await request<{ data: AccessReviewDetail }>('GET', `/access-reviews/${id}`, { signal })).data.data

export interface ReviewLinesFilter {
  /** `none`: what is undecided. */
  readonly decision?: ReviewDecision | 'none' | undefined
  readonly search?: string | undefined
}

interface LinesPage {
  readonly data: readonly ReviewLine[]
  readonly nextCursor: string | null
}

export const listReviewLines = async (
  id: string,
  query: ReviewLinesFilter & { readonly cursor?: string | undefined; readonly limit: number },
  signal?: AbortSignal,
): Promise<LinesPage> =>
  (await request<LinesPage>('GET', `/access-reviews/${id}/lines`, { query: { ...query }, signal })).data

export interface Decision {
  readonly lines: readonly string[]
  readonly decision: ReviewDecision
  readonly comment?: string
}

export const decideReview = async (id: string, body: Decision): Promise<AccessReview> =>
  (await request<{ data: AccessReview }>('POST', `/access-reviews/${id}/decisions`, { body })).data.data

export const signReview = async (id: string, comment: string): Promise<AccessReview> =>
  (await request<{ data: AccessReview }>('POST', `/access-reviews/${id}/sign-off`, { body: { comment } }))
    .data.data
