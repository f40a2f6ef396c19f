import { address } from './request.ts'
import { viewedAs } from './view-as.ts'

/** Where a browser finds a file by itself: in a picture or a link nobody says as whom it is asked for but the address. */
export const fileAddress = (id: string): string =>
  address(`/files/${encodeURIComponent(id)}`, { viewAs: viewedAs() })
