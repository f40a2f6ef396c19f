/** How the characters of the divisions are read: a syllable, then its characters. Some are read in several ways. */
export const syllables = `
a阿 ai爱愛 an安鞍庵岸 ang昂 ao敖澳 ba霸巴鲅八坝灞 bai柏白拜百 ban版班坂半板 bang蚌 bao宝保包堡寶褒 bei北碑贝陂碚背卑 ben本 beng蚌 bi璧壁毕碧濞比 bian边邊
bie别 bin滨宾彬濱 bing兵秉 bo博渤泊柏勃伯波亳播 bu布埠步部埗 cai蔡彩 cang沧仓苍 cao曹草 ce册策 cen岑 ceng曾 cha察岔茶查 chai柴 chan产瀍禅
chang昌长场厂常長 chao朝巢潮 che车 chen辰陈郴 cheng城成承澄呈称埕 chi池赤茌 chong崇重充冲 chou畴 chu滁楚 chuan川船 chun春淳 ci磁次慈莿 cong丛从
cui翠 cun村 cuo措错 da大达達 dai戴大代岱傣袋 dan郸丹单儋旦淡 dang党当砀宕氹 dao岛道刀稻島 de德得 deng磴灯登邓等 di坻滴地棣底迪 dian淀甸店点电垫 diao釣
die叠迭 ding定鼎顶丁碇萣頂 dong东洞侗東冬 dou都斗豆 du杜度都渡独堵肚 duan端 dui堆 dun敦 duo多掇 e鄂额阿峨 en恩 er尔二儿洱 fa发法 fan烦繁范樊番
fang房坊方放防邡芳枋 fei妃肥费 fen汾芬分份 feng丰峰风凤锋奉封烽豐鳳 fo佛 fu抚复阜府浮扶富福罘符芙涪孚附復 ga嘎噶 gai盖改 gan甘赣干感竿 gang港冈岗钢刚岡 gao藁高皋
ge格葛各阁仡个戈革歌 gen根 geng耿 gong工宫弓公拱共贡巩恭珙功貢 gou沟 gu谷古沽固故姑鼓股 gua瓜 guai拐 guan关馆管冠灌官观莞關觀館 guang广光 gui贵归桂龜歸
guo国郭果國 ha哈 hai海 han邯罕汉邗含涵寒韩 hang杭航 hao浩好濠 he和河合鹤菏荷赫禾贺 hei黑 heng衡恒横亨橫恆 hong红洪宏虹 hou侯后後 hu湖壶呼虎葫胡祜鄠互
hua华化花骅桦滑華 huai怀淮槐 huan环桓 huang皇黄潢晃凰煌湟 hui回会惠辉珲汇徽晖 hun浑 huo霍火获 ji蓟极技集济鸡冀稷吉基暨绩即积 jia家嘉佳加贾郏架夹迦伽甲
jian间尖建涧箭监简剑碱間 jiang绛江姜将疆將 jiao交郊蛟椒蕉胶焦礁腳 jie介界街解揭节结結 jin津晋锦金进缙 jing京景静井经竞净靖箐镜泾旌荆精 jiu九鸠旧酒久 ju巨句居炬莒車 juan鄄
jue觉 jun浚军君峻軍 ka喀卡 kai开凯 kan坎崁 kang康 kao考 ke岢克科柯可 ken垦 keng坑 kong空崆 kou口 ku库庫 kuan宽 kuang矿 kui奎葵 kun昆坤
la喇拉腊 lai涞来赉莱崃來 lan岚兰蓝澜蘭 lang廊琅郎阆蒗朗浪 lao老崂佬 le乐勒樂 lei耒雷类垒 leng棱冷楞 li丽黎蠡礼理离力里立梨利溧荔鲤栗历李醴澧傈犁壢裡 lian莲联连涟濂廉蓮連
liang梁凉良两 liao辽聊寮 lie烈列 lin临林蔺邻麟 ling灵岭陵凌零令苓 liu留柳六流浏琉 long龙隆陇龍 lou娄楼 lu鹿路卢潞鲁陆芦庐六麓渌泸炉禄碌蘆 luan栾滦巒 lun仑伦轮崙
luo洛罗萝漯羅鑼螺 lv吕旅绿綠 lve略 ma马麻玛瑪馬 mai迈麦麥 man满曼滿 mang芒茫 mao茂茅毛 mei梅美眉湄 men门们門 meng蒙孟盟梦勐 mi密泌汨米弥彌 mian渑绵棉冕勉
miao苗廟 min民闵闽岷敏 ming名明鸣 mo默莫漠墨谟磨末模 mou谋 mu穆木牡牟牧仫沐 na纳那 nai奈乃 nan南楠 nang囊 nao淖 ne讷 nei内內 nen嫩 ni尼 nian年碾
niao鳥 nie聂 ning宁寧 niu牛 nong农濃 nu怒 nuan暖 nuo诺 ou瓯 pai牌 pan盘磐潘番攀 pei沛 peng彭蓬澎 pi皮邳郫埤 pian偏 piao票 ping平坪屏萍凭
po鄱坡颇 pu蒲仆普浦莆谱濮埔朴 qi祁旗汽齐七奇栖启杞淇蕲綦麒岐起耆棲崎 qia恰 qian迁前千乾钱潜黔犍阡谦 qiang强羌 qiao桥谯硚巧橋 qie茄且 qin秦沁钦覃勤 qing庆青清晴
qiong琼邛 qiu邱丘球坵 qu区曲衢朐渠區 quan泉全权圈劝荃 que确 qun群 rang让壤 rao饶 ren任仁 ri日 rong容荣蓉榕融榮 rou柔 ru如乳汝 rui芮瑞 run润 ruo若
sa萨撒 sai赛塞 san三 sang桑 se色 sha沙莎 shan山善陕汕鄯杉 shang尚上商 shao绍邵韶 she涉社射畲 shen深神什审沈莘申伸 sheng省胜圣嵊
shi市石氏狮实师示浉始十施士獅勢 shou寿手首壽 shu术树舒熟沭墅曙蜀疏樹 shuang双雙 shui水 shun顺 shuo朔硕 si斯四寺泗思 song松嵩淞 su肃苏宿僳蘇 sui绥睢遂濉随穗
sun孙 suo索 ta塔 tai台太泰臺 tan潭坛滩郯壇 tang唐汤塘棠堂 tao陶桃洮 te特 teng腾滕藤 ti体提 tian天田填 tiao调 tie铁 ting亭汀 tong通同铜桐潼峒銅
tou头投頭 tu土突图徒涂吐 tuan团 tun屯 tuo托陀拖脱 wa瓦洼佤 wai外 wan万湾宛萬灣 wang望王汪旺 wei魏威蔚围委伟为尾潍微尉卫巍维未渭圍 wen文闻温汶 weng翁瓮
wo沃斡涡卧 wu武无吴五乌婺芜舞伍悟梧巫务吾烏屋霧 xi西昔喜隰稀锡溪细歙淅息浠习汐 xia下夏霞厦峡峽 xian县献鲜贤仙现咸縣線 xiang乡襄香镶向相响象翔厢芗湘祥项鄉 xiao小孝萧霄猇 xie谢
xin新辛信忻心 xing兴陉行邢杏荥星興姓 xiong雄芎 xiu秀休岫修 xu徐盱许溆圩叙 xuan宣玄 xue薛穴學 xun循逊浔寻旬 ya牙鸭琊亚涯崖雅
yan延盐彦岩堰铅烟兖验偃鄢郾炎雁沿研砚阎晏焉鹽燕 yang阳杨扬洋羊漾央楊 yao尧遥药姚瑶要耀 ye业冶野邺叶掖 yi义邑易猗翼伊依谊宜沂眙仪医弋黟夷峄一驿益彝義 yin阴银荫鄞殷印音引
ying鹰营迎应颍英蓥荥盈鶯營 yong永埇邕雍 you右友邮游尤犹攸酉油 yu裕玉盂榆于鱼宇余雨豫虞禹屿渝舆禺郁隅峪魚嶼 yuan元园苑源原垣远袁沅员員園 yue月越岳乐 yun云运郓郧筠匀蕴雲 za杂
zai载仔 zan赞 zang藏 zao枣造 ze泽则 zeng增 zha扎闸札柞 zhai寨 zhan站沾湛 zhang漳张长彰章樟丈 zhao赵肇诏招照召昭 zhe浙柘 zhen镇振浈圳真贞鎮
zheng正征政郑蒸 zhi治峙志沚至芝陟枝植芷指织脂止 zhong中钟忠仲 zhou州周洲舟 zhu珠主诸驻竹株柱祝助 zhuang庄壮莊壯 zhun准 zhuo涿卓 zi自子资淄秭滋紫梓孜 zong宗枞综
zou邹 zu族足 zui嘴 zun遵 zuo左作
`
