/**
 * What passwords in China are made of, beside those that leaked most often: surnames and given names in pinyin, declarations of
 * love, numbers that sound like words, this product's own name.
 */
export const passwordWords: readonly string[] = [
  ...'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang'.split(
    ' ',
  ),
  ...'song xie tang han feng deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei'.split(
    ' ',
  ),
  ...'su lu ding ren shen yao zhong tan liao fan wan jin shi jia xia fu fang zou xiong bai meng qin'.split(
    ' ',
  ),
  ...'qiu hou jiang yin xue lei hei shao cui mao chang qian dai gu kang kong xiang tao lai wen an'.split(' '),
  ...'ming hua jun jie qiang lei min jing yan juan ping gang hong bo hui ling na yong xin xiu ying'.split(
    ' ',
  ),
  ...'wangwei wangfang liwei lina zhangwei zhangli zhangmin liuyang wangjing lijuan chenjie xiaoming'.split(
    ' ',
  ),
  ...'woaini woaiwo wobuaini woaizhongguo woaiwojia woaimama woaibaba woaiqian zhongguo beijing'.split(' '),
  ...'shanghai guangzhou shenzhen nihao nihaoma xiexie mima mimashi wodemima baobao laopo laogong'.split(' '),
  ...'qinaide mama baba gongsi kehu xiaoshou guanliyuan yonghu denglu wangji buzhidao shengri kuaile'.split(
    ' ',
  ),
  ...'520 1314 5201314 520520 1314520 5211314 521 7758521 7758258 3344520 88888888 66666666 168168'.split(
    ' ',
  ),
  ...'163com qqcom taobao alipay weixin wechat dingding feishu huawei xiaomi'.split(' '),
  ...'kith zhike crm admin root welcome changeme'.split(' '),
  ...'密码 我爱你 中国 你好 管理员 知客 密碼 我愛你 中國 管理員'.split(' '),
]
