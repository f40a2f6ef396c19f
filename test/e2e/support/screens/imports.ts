import { anywhere, go, press, type Screen, settled, type Visit } from '../visit.ts'

const file = {
  name: '客户名单.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      '客户名称,统一社会信用代码,行业,员工人数,电话,省,城市',
      '江阴远泓机械有限公司,91320281MA1N7QXC0T,制造业,260,0510-86881234,江苏省,江阴市',
      '宁波海曙灯饰厂,9.1330203E+17,零售,85,0574-87001122,浙江省,宁波市',
      '厦门鹭江食品有限公司,,食品,一百二,0592-5081234,福建省,厦门市',
      '成都天府软件园服务中心,,软件,430,028-85321100,四川省,成都市',
    ].join('\n'),
  ),
}

const mapping = async (visit: Visit) => {
  await go(visit, '/import/company')
  await visit.page.locator('input[type=file]').setInputFiles(file)
  await visit.page.getByRole('button', { name: visit.t('import.dryRun') }).waitFor()
  await settled(visit)
}

/** From a file to records. */
export const importScreens: readonly Screen[] = [
  anywhere('import', async (visit) => {
    await go(visit, '/import/company')
    await visit.page.getByRole('button', { name: visit.t('design.chooseFile') }).waitFor()
  }),
  anywhere('import-mapping', mapping),
  anywhere('import-result', async (visit) => {
    await mapping(visit)
    await press(visit, visit.t('import.dryRun'))
    await visit.page.getByText(visit.t('import.dryRunDone')).waitFor()
  }),
]
