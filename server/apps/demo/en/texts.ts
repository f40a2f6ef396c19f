import type { ActivityTexts } from '../culture.ts'

export const activities: readonly ActivityTexts[] = [
  {
    kind: 'email',
    weight: 32,
    subjects: ['Quote for {topic}', 'Proposal: {topic}', 'Draft contract', 'Answers to {contact}'],
    openings: [
      'Sent the quote to {contact}, {amount} in total.',
      'Updated the proposal as {contact} asked.',
      'Sent the draft contract and am waiting for their legal team.',
      'Answered {contact} on support hours and response times.',
    ],
  },
  {
    kind: 'call',
    weight: 26,
    subjects: ['Call with {contact}', 'Discovery call: {topic}', 'Call after the quote', 'Scope of {topic}'],
    openings: [
      '{contact} picked up; we talked for about ten minutes.',
      'On the call {contact} described how they work today.',
      '{contact} was in a meeting and called back in the afternoon.',
      'Agreed the scope of {topic} with {contact}.',
    ],
  },
  {
    kind: 'meeting',
    weight: 21,
    subjects: ['Online meeting with {company}', 'Demo of {topic}', 'Commercial terms', 'Review of {topic}'],
    openings: [
      'Online meeting with {contact} and three colleagues.',
      'Showed the main flows of {topic}.',
      'Went through terms and payment milestones.',
      '{contact} raised seven points; all are written down.',
    ],
  },
  {
    kind: 'note',
    weight: 15,
    subjects: ['Who decides', 'Competition', 'Background on {company}'],
    openings: [
      '{contact} chooses, the CEO signs.',
      'A competitor is talking to them as well and is a little cheaper.',
      '{company} is expanding this year; budgets are easier than last year.',
    ],
  },
  {
    kind: 'visit',
    weight: 6,
    subjects: ['Visit to {company}', 'On site with {contact}', 'Site survey'],
    openings: [
      'At {company}; {contact} showed us the floor and the server room.',
      'Visited with a colleague and met {contact} and the team.',
      'Checked on site what {topic} needs.',
    ],
  },
]

export const middles = [
  'Budget is about {amount}; they need three quotes.',
  '{amount} is approved and they want to decide this quarter.',
  'They are careful about price and would like to pay in three parts.',
  'Their main worry is the migration of data.',
  'They liked the case from their industry and want to see it.',
  'The users agree; finance has one more review.',
  'Their present contract ends in December, so time is short.',
  'They want a trial month before they settle the quantity.',
  'Many questions about interfaces and access; nothing that stops us.',
  'Another supplier delivered late last year, which they mentioned twice.',
  'Approval on the phone is a must; the rest stays as it was.',
]
export const endings = [
  'New proposal by Tuesday.',
  'We speak again next week.',
  'Material sent; they discuss it internally.',
  'Engineering has to estimate the effort.',
  'They answer by the end of the month.',
  'Next is a demo.',
  'Quiet until after the holidays.',
  '',
  '',
]
export const nextSteps = [
  'Send the new quote',
  'Schedule the demo',
  'Meet the CEO',
  'Wait for legal',
  'Agree on payment milestones',
  'Share a customer story',
  'Visit the site',
  'Follow up on budget approval',
  'Set up the trial',
]
export const tasks = [
  'Call {contact} back',
  'Send the quote for {topic}',
  'Prepare the demo of {topic}',
  'Chase the contract at {company}',
  'Arrange a visit to {contact}',
  'Write up the meeting on {topic}',
  'Remind {company} of the first payment',
  'Update the plan for {topic}',
]
export const leadNotes = [
  'Left a card at the fair; asked about price and lead time.',
  'Filled in the form on the website about {topic}.',
  'Recommended by a customer; plans to buy soon.',
  'Downloaded the white paper; no budget yet.',
  'Saw our post and wrote a message.',
]
export const companyNotes = [
  'Well known in their industry; decisions take a while.',
  'Budgets are made in March and September.',
  'Buys through the group’s head office.',
  'Pays on time.',
  'Was unhappy with the response times of a competitor.',
]
export const tags = [
  'Key account',
  'Renewal',
  'Reference',
  'Price sensitive',
  'Tender',
  'Export',
  'Quick to decide',
  'Group',
]

export const things = [
  'production line',
  'warehouse',
  'store network',
  'help desk',
  'data platform',
  'loyalty programme',
  'quality control',
  'campus',
  'order system',
  'energy monitoring',
  'field inspection',
  'supplier portal',
  'office network',
  'spare parts',
]
export const actions = ['expansion', 'upgrade', 'rollout', 'renewal', 'integration', 'modernisation', 'pilot']
