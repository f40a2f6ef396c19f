import { describe, expect, test } from 'vitest'
import { pathOf } from './division.ts'
import { findDivisions } from './find-divisions.ts'
import { readChina } from './read-china.ts'
import { readTaiwan } from './read-taiwan.ts'
import { takeApart } from './take-apart.ts'

const china = readChina()
const taiwan = readTaiwan()
const byId = (id: string) => china.find((division) => division.id === id)

describe('divisions', () => {
  test('each has six digits of its own and lies in one that is there', () => {
    expect(china.filter(({ id }) => !/^\d{6}$/.test(id))).toEqual([])
    expect(new Set(china.map(({ id }) => id)).size).toBe(china.length)
    expect(china.filter(({ within }) => within !== undefined && byId(within) === undefined)).toEqual([])
    expect(taiwan.filter(({ within }) => within === undefined)).toHaveLength(22)
  })
  test('a municipality is province and city at once', () => {
    expect(byId('110105')).toMatchObject({
      province: '北京市',
      city: '北京市',
      district: '朝阳区',
      within: '110000',
    })
    expect(byId('500235')).toMatchObject({ city: '重庆市', district: '云阳县' })
  })
  test('cities without districts, and districts without a city', () => {
    for (const id of ['441900', '442000']) expect(china.filter(({ within }) => within === id)).toEqual([])
    expect(byId('429004')).toEqual({ id: '429004', province: '湖北省', district: '仙桃市', within: '420000' })
  })
})

describe('finding', () => {
  const found = (typed: string, places = china) => findDivisions(places, typed).map(pathOf)
  test.each([
    ['苏州', '江苏省苏州市'],
    ['suzhou', '江苏省苏州市'],
    ['chongqing', '重庆市'],
    ['xiamen', '福建省厦门市'],
    ['gusu', '江苏省苏州市姑苏区'],
    ['dgs', '广东省东莞市'],
    ['320508', '江苏省苏州市姑苏区'],
    ['江苏姑苏', '江苏省苏州市姑苏区'],
  ])('%s', (typed, path) => expect(found(typed).slice(0, 6)).toContain(path))
  test('台 and 臺 are one', () => {
    expect(found('台北', taiwan)[0]).toBe('臺北市')
    expect(found('中正', taiwan)).toContain('臺北市中正區')
  })
})

describe('what was pasted', () => {
  const apart = (pasted: string, places = china) => {
    const { division, ...others } = takeApart(pasted, places)
    return { ...others, place: division === undefined ? undefined : pathOf(division) }
  }
  test.each([
    [
      '江苏省苏州市工业园区星湖街328号 顾承宇 13862014477',
      '江苏省苏州市苏州工业园区',
      '星湖街328号',
      '顾承宇 13862014477',
    ],
    [
      '收件人：林知夏\n电话：138 0013 8001\n地址：北京朝阳区建国路88号',
      '北京市朝阳区',
      '建国路88号',
      '林知夏 138 0013 8001',
    ],
    ['上海市浦东新区世纪大道100号', '上海市浦东新区', '世纪大道100号', ''],
    ['广东东莞市长安镇振安路1号', '广东省东莞市', '长安镇振安路1号', ''],
    ['杭州市西湖区文一西路 100 号', '浙江省杭州市西湖区', '文一西路 100 号', ''],
    [
      '内蒙古呼和浩特市新城区中山路2号 010-66668888',
      '内蒙古自治区呼和浩特市新城区',
      '中山路2号',
      '010-66668888',
    ],
    ['湖北省仙桃市沔阳大道1号', '湖北省仙桃市', '沔阳大道1号', ''],
    ['1 Infinite Loop', undefined, '1 Infinite Loop', ''],
  ])('%s', (pasted, place, street, rest) => {
    expect(apart(pasted)).toMatchObject({ place, street, rest })
  })
  test('postal codes', () => {
    expect(apart('215021 苏州市姑苏区人民路1号').postalCode).toBe('215021')
    expect(apart('110台北市信義區市府路1號 陳小明 0912-345-678', taiwan)).toEqual({
      place: '臺北市信義區',
      street: '市府路1號',
      postalCode: '110',
      rest: '陳小明 0912-345-678',
    })
  })
})
