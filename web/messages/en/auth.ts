import type { Translation } from '../catalogue.ts'
import type { auth as source } from '../zh-CN/auth.ts'

export const auth: Translation<typeof source> = {
  signIn: 'Sign in',
  signInTo: 'Sign in to Kith',
  identifier: 'E-mail or mobile number',
  password: 'Password',
  sessionExpired: 'Your session expired; sign in to return to the page',
  welcome: 'Set up Kith',
  welcomeWhat: 'Make the workspace and the first account; colleagues can join later.',
  account: 'Your account',
  workspaceName: 'Company or team name',
  workspaceNameExample: 'Qingyu Tech',
  timeZone: 'Time zone',
  currency: 'Currency',
  name: 'Your name',
  nameExample: 'Lin Zhixia',
  passwordHint: 'At least {least} characters',
  demoData: 'Add sample data',
  demoDataWhat:
    'About 1,500 companies, contacts, deals and more to try things with; they can be deleted later.',
  createWorkspace: 'Create workspace',
  creating: 'Creating the workspace',
  creatingDemo: 'Creating the workspace and adding sample data',
  missing: '{field} is required',
  invalidIdentifier: 'Not an e-mail address or mobile number',
}
