/** A place that an address can lie in, with all that lies above it. */
export interface Division {
  /** Six digits (GB/T 2260); in Taiwan the postal code, or the name of a 縣市. */
  readonly id: string
  readonly province?: string
  readonly city?: string
  readonly district?: string
  readonly postalCode?: string
  /** `id` of what it lies in. */
  readonly within?: string
}

/** Its own name. */
export const nameOf = ({ province, city, district }: Division): string => district ?? city ?? province ?? ''

/** With all above it, from the greatest to the smallest: 江苏省苏州市姑苏区, and 北京市朝阳区. */
export const pathOf = ({ province = '', city = '', district = '' }: Division): string =>
  `${province}${city === province ? '' : city}${district}`
