import { useNavigate } from '@tanstack/react-router'

/** A member needs an account to sign in with, which only the settings make. */
const madeInSettings = 'user'

/** Opens the form for a new record of an object. */
export function useCreateRecordOf(): (object: string) => void {
  const navigate = useNavigate()
  return (object) => {
    if (object === madeInSettings) void navigate({ to: '/settings/members' })
    else void navigate({ to: '/o/$object/new', params: { object } })
  }
}
