import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { keys } from './keys.ts'
import {
  type Decision,
  decideReview,
  getReview,
  listReviewLines,
  listReviews,
  openReview,
  type ReviewLinesFilter,
  signReview,
} from './reviews.ts'

const linesOfPage = 200

export const useReviews = () =>
  useQuery({ queryKey: keys.reviews, queryFn: ({ signal }) => listReviews(signal) })

export const useReview = (id: string) =>
  useQuery({ queryKey: keys.review(id), queryFn: ({ signal }) => getReview(id, signal) })

/** Lines by name, page by page. */
export const useReviewLines = (id: string, filter: ReviewLinesFilter) =>
  useInfiniteQuery({
    queryKey: keys.reviewLines(id, filter),
    queryFn: ({ pageParam, signal }) =>
      listReviewLines(id, { ...filter, cursor: pageParam, limit: linesOfPage }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (before) => before,
  })

/** What changes reviews; all of them are asked for anew afterwards. */
function useReviewChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: keys.reviews }),
  })
}

export const useOpenReview = () => useReviewChange(openReview)
export const useDecideReview = (id: string) =>
  useReviewChange((decision: Decision) => decideReview(id, decision))
export const useSignReview = (id: string) => useReviewChange((comment: string) => signReview(id, comment))
