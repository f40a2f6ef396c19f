export type { Department, Directory, DirectoryPerson } from '#server/platform/auth/providers/directory.ts'
