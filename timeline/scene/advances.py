"""
How far the pen moves for each character of the shipped font, in thousandths of its size.

Data, so that measuring a text needs no font library. Written from the font by ``python -m tests.scene.advances``.
A row is a run of characters that follow each other: the first as a hexadecimal number, then the advances in base 36.
"""

from __future__ import annotations

REGULAR = """
20 78 7h bc hy fw n3 kc 69 8c 8c fb fw 7g 8y 7g ac fw fw fw fw fw fw fw fw fw fw 7g 7g fw fw fw c2 oz hr i2 hk ka fg
 ef k8 kl 9f 7l h7 ek p7 l4 lp gt lp ha f9 fg kb go pu ga fq fw 95 ac 95 fw cc 7t fl h3 dc h3 fo 9k h3 h6 76 76 eu 76
 pz h6 gt h3 h3 bh db a1 h6 e4 lu ep e6 d2 ak fb ak fw
a0 78 7h fw fw fw fw fb e9 g4 n4 9x e5 fw 8y n4 dw bw fw 9q 9q 7t hb i7 7g 69 9q ag e5 kp lf lp c2 hr hr hr hr hr hr
 oh hk fg fg fg fg 9f 9f 9f 9f ka l4 lp lp lp lp lp fw lp kb kb kb kb fq gt hj fl fl fl fl fl fl o0 dc fo fo fo fo 76
 76 76 76 gt h6 gt gt gt gt gt fw gt h6 h6 h6 h6 e6 h3 e6 hr fl hr fl hr fl hk dc hk dc hk dc hk dc ka h3 ka h5 fg fo
 fg fo fg fo fg fo fg fo k8 h3 k8 h3 k8 h3 k8 h3 kl h6 kl h6 9f 76 9f 76 9f 76 9f 76 9f 76 h0 ec 7l 76 h7 eu eu ek 76
 ek 76 ek 76 ek 7g ek 76 l4 h6 l4 h6 l4 h6 j4 l4 h6 lp gt lp gt lp gt ps qa ha bh ha bh ha bh f9 db f9 db f9 db f9 db
 fg a1 fg a1 fg a1 kb h6 kb h6 kb h6 kb h6 kb h6 kb h6 pu lu fq e6 fq fw d2 fw d2 fw d2 92 h3 ka h3 h3 hn h0 hk hk dz
 ka mi h3 h3 gs fg kj gc gd bi k8 fu py 9o 9f h7 eu 76 f2 sm l4 h6 lq ls h4 tv nh j1 h3 ha f9 db fu 9x a1 g0 a1 fg lo
 iq lq kb g0 f2 fw d2 g8 g8 du du fu g8 dm cv gb 9c ff ec 7h zw xc u5 m5 lq ec sp sa oc hr fl 9f 76 lp gt kb h6 kb h6
 kb h6 kb h6 kb h6 fo hr fl hr fl oh o0 k8 h3 k8 h3 h7 eu lp gt lp gt g8 du 76 zw xc u5 k8 h3 q2 id l4 h6 hs fl oh o0
 lp gt hr fl hr fl fg fo fg fo 9f 76 9f 76 lp gt lp gt ha bh ha bh kb h6 kb h6 f9 db fg a1 fz ds kl h6 kl nz in gk fw
 d2 hr fl fg fo lp gt lp gt lp gt lp gt fq e6 al kp as 76 r0 r0 hr hk dc ek fg db d2 cg c4 i2 kb gw fg fo 7l 76 lb h3
 ha bh fq e6 fl h3 h3 h3 dc er h3 h3 fo fo ls df dm jj go 76 h3 h3 fy e4 e4 h6 h6 h6 76 9m 8w ai 9q 75 i9 pz pz pz h6
 h6 hk gt o0 lq k5 bh bh bh bh bh 9m 9m fj fj db 76 76 76 76 a1 a1 h6 gt h1 e4 lu e6 d6 d2 f2 du du bu bu bu d1 lp g0
 go fy hp 76 eu c3 h3 bu bu qo r9 so l3 e5 ny ny ie gr e5 ge hf hf b6 b6 4o 7g 7g 7g a3 e7 98 4v 9z 4v 4v 4v 4p 4p 81
 81 7x 7x 7x 7x bm bm 4g ah 7t 7t 4g ah 7t 7t 8y 8y 59 59 7i 7i 7i 80 av 53 8c 6t cf c7 6u 7w 96 4o 8n 9k 7p bm bm bm
 bm bm bm bm bm dr 9z bi bi 97 97 99 7t c7 c7 cf 7g 7y 7y 7y 7y em em eu 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 cb av ho eo 65 65 lc hv
37a g1 dc dc dc 7g 7l
384 g1 g1 hr 7g ht my cw
38c mz
38e k1 mr 9m hr i2 ek g5 fg fw kl lp 9f h7 gw p7 l4 ff lp kb gt
3a3 fu fg fq mc ga mc lq 9f fq h3 df h6 9m h1 h3 hj ee gs df dg h6 gj 9m eu f2 hb f7 d9 gt ib gt dg h5 db h1 k5 fb l5
 lq 9m h1 gt h1 lq h2 ge hb fw jl fw k5 ns i2 l7 gt h1 dg eu cr dr fg gh eh
3f0 i2 gt dc 76 lq dr dq gt h3 hk p7 k6 gt hk hk hk fg fg kl ek hv f9 9f 9f 7l q0 qm kl h6 lc hc kb hr h3 i2 ek j7 fg
 nq gc lc lc h6 jo p7 kl lp kb gt hk fg hc mc ga kl je st sx j8 nu hu hl t8 hr fl gn g0 c1 g5 fo ku dm hv hv ep g2 kq
 hp gt hc h3 dc d8 e6 k5 ep hk h1 oy p6 jc lm gi dq n8 fj fo fo h6 c1 dr db 76 76 76 ne om h6 ep hv e6 he pj lx ir hm
 pm km iz fw pt lo k9 hs rc nl gb dm mc l5 lq gt hn ec hn ec xw uf mt ib si p4 pj lx hv do gx 0 0 0 0 0 0 0 lt ib h3
 gi h1 h3 es c4 eq c2 i3 et p4 m4 gc dm im fh h6 ep h6 eu j9 hb kz i9 mn ki tc nz ln hu hk dc fg d7 fq e4 fq e4 hj fc
 ny k4 jj h9 je gu je h6 nl ih nl ih 9f nq ku jc fk jz gb kb h9 l0 ie je h1 ph kz 9f hr fl hr fl oh o0 fg fo kj fo kj
 fo nq ku gc dm g8 du lc hv lc hv lp gt lq gt lq gt hl dq hc e6 hc e6 hc e6 je h1 eq c1 nu lm eq c2 hk fa ga ep h3 h3
 p2 oz p5 mh hl ex re nv s7 ph l4 hu jv i8 gd df js ga qa mh me mq p8 og lp h3 pu lu h6 ep s1 mq ub ob kp hv k9 hu kc
 he 12z wc j9 gj jt ga
1e00 hr fl i2 h3 i2 h3 i2 h3 hk dc ka h3 ka h3 ka h3 ka h3 ka h3 fg fo fg fo fg fo fg fo fg fo ef 9k k8 h3 kl h6 kl h6
 kl h6 kl h6 kl h6 9f 76 9f 76 h7 eu h7 eu h7 eu ek 76 ek 76 ek 76 ek 76 p7 pz p7 pz p7 pz l4 h6 l4 h6 l4 h6 l4 h6 lp
 gt lp gt lp gt lp gt gt h3 gt h3 ha bh ha bh ha bh ha bh f9 db f9 db f9 db f9 db f9 db fg a1 fg a1 fg a1 fg a1 kb h6
 kb h6 kb h6 kb h6 kb h6 go e4 go e4 pu lu pu lu pu lu pu lu pu lu ga ep ga ep fq e6 fw d2 fw d2 fw d2 h6 a1 lu e6 fr
 92 92 92 jp gs hr fl hr fl hr fl hr fl hr fl hr fl hr fl hr fl hr fl hr fl hr fl hr fl fg fo fg fo fg fo fg fo fg fo
 fg fo fg fo fg fo 9f 76 9f 76 lp gt lp gt lp gt lp gt lp gt lp gt lp gt ls h4 ls h4 ls h4 ls h4 ls h4 kb h6 kb h6 lo
 iq lo iq lo iq lo iq lo iq fq e6 fq e6 fq e6 fq e6 lb ec kd gg gs ed
2000 dw rs dw rs 99 6y 4n fw 7g 4m 2s 0 0 0 0 0 8y 8y fw dw rs rs fb bf 4v 4v 6y 4v 9z 9z bk 9z e8 e8 ag a8 dw ew lz
 7g go go 0 0 0 0 0 4m wp 16w 6g bc g8 6g c8 gq b3 8m 8m n9 dv cc dw gx gx ae v2 8y 3m 90 90 nr iv iy fw i7 hr hr fb
 6l gt fb ac rs gt fw ed lw mu n1 65 i6 m4 7g 7g 66 go go go go go
2066 0 0 0 0 0 0 0 0 0 0 9q 4o
2074 9q 9q 9q 9q 9q 9q 9e 9e 9e 6a 6a b6 9q 9q 9q 9q 9q 9q 9q 9q 9q 9q 9e 9e 9e 6a 6a
2090 a5 a7 ax 9k a7 b6 9n 4o gw b6 b4 8n 6j
20a0 fw fw fw fw fw pz fw lk n5 im m7 h5 fw fw fw qy fw fw k8 gw f9 hk h9 k6 f6 fw fw lp mi g6 hc fw
2100 ju if hk rn fx mt nx gc hl oa g4 te ke ll h6 h3 kn fj n5 eg nm lm sc n4 n8 i7 lp o8 nl ju h8 gk mi mg lh gu hi ex
 lq lb ga 9n h7 hr na io h7 cu gr mw ef w3 dc gx eq ag cq 76 q0 12b ll f3 fc ll h8 k3 ek ek fq ka g3 dv 9j 9j j3 kc i7
 ke c5 sn mo lx su n2 p2 m1 ne nv n6 ld mu n2 n2 n2 n2 bv
2184 dc
2189 o4
25cc gi
fb00 j4 gq gq qa qa ip nc
fffd rs
"""

SEMIBOLD = """
20 78 7s cg hy fw ob kn 6z 90 90 f7 fw 7r 8y 7r b2 fw fw fw fw fw fw fw fw fw fw 7r 7r fw fw fw ct oy in ig hn kg fi
 ey k6 l0 aa 8l hz fa pt m1 ly h7 ly hy fa fu kr hj qh ho gq g0 96 b2 96 fw br 97 gc he dx he g5 ab he hu 7z 7z gc 7z
 qs hu h2 he he c7 dm ba hu f6 n2 fk f7 dd at fb at fw
a0 78 7s fw fw fw fw fb ds gl n4 ad fz fw 8y n4 dw bw fw a8 a8 97 hy i7 7r 5x a8 an fz m6 n7 mt ct in in in in in in
 pp hn fi fi fi fi aa aa aa aa kg m1 ly ly ly ly ly fw ly kr kr kr kr gq h7 ix gc gc gc gc gc gc ox dx g5 g5 g5 g5 7z
 7z 7z 7z h2 hu h2 h2 h2 h2 h2 fw h2 hu hu hu hu f7 he f7 in gc in gc in gc hn dx hn dx hn dx hn dx kg he kg hp fi g5
 fi g5 fi g5 fi g5 fi g5 k6 he k6 he k6 he k6 he l0 hu l0 hu aa 7z aa 7z aa 7z aa 7z aa 7z iv fz 8l 7z hz gc gc fa 7z
 fa 7z fa 7z fa 93 fa 7z m1 hu m1 hu m1 hu kj m1 hu ly h2 ly h2 ly h2 qk qu hy c7 hy c7 hy c7 fa dm fa dm fa dm fa dm
 fu ba fu ba fu ba kr hu kr hu kr hu kr hu kr hu kr hu qh n2 gq f7 gq g0 dd g0 dd g0 dd a2 he le hh he i3 he hn hn e6
 kg ne hh he h1 fi lw hd hx da k6 h8 qv am aa hz gc 8f gb sp m1 hu lz mi i7 uu ox k5 he hy fa dm g8 az ba gq ba fu nh
 k8 ls kr h0 gb g0 dd gc gc fa fa fu g4 eq dg h4 8k fd ec 7s 107 xt ur nv n9 fz um u0 pu in gc aa 7z ly h2 kr hu kr hu
 kr hu kr hu kr hu g5 in gc in gc pp ox k6 he k6 he hz gc ly h2 ly h2 gc fa 7z 107 xt ur k6 he rz im m1 hu in gc pp ox
 ly h2 in gc in gc fi g5 fi g5 aa 7z aa 7z ly h2 ly h2 hy c7 hy c7 kr hu kr hu fa dm fu ba gx dy l0 hu kx o1 ka h5 g0
 dd in gc fi g5 ly h2 ly h2 ly h2 ly h2 gq f7 bj l5 bv 7z qt qt in hn dx fa fu dm dd cz d1 ig kr hm fi g5 8l 7z lg he
 hy c7 gq f7 gc he he he dx f3 he he g5 g5 mp eo eq l1 h6 7z he he gn f6 f6 hu hu hu 7z ao 9d bi ao 7z k1 qs qs qs hu
 hu il h2 o5 mk lo c7 c7 c7 c7 c7 ai ai fl gc dm 7z 7z 7z 7z ba ba hu hk i1 f6 n2 f7 ec dd fn fa fa cr cr cr dt ly fu
 h6 ge ht 7z gc cw he cr cr rh sr tq m3 g8 oy po je i2 em go hy hy bm bm 57 7x 7x 7x am ez 9w 5l bh 5l 5l 5l 4y 4y 8i
 8i 7x 7x 7x 7x d4 d4 4s b2 97 97 4s b2 97 97 8f 8f 5i 5i 7i 7i 7i 7o c4 64 8s 7e d3 dj 6y 7w 9v 57 8u a4 8a bm bm bm
 bm bm bm bm d4 dr bh bi bi 97 97 99 97 dj dj d3 7r 7y 7y 7y 7y em em eu 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 d1 bt iq fk 6p 6p ma j7
37a g1 dx dx dx 7u 8l
384 g1 g1 iz 7r ie nw ef
38c ni
38e lm nk ao in ig f7 hh fi g0 l0 ly aa hz hm pt m1 fp ly kk h7
3a3 g8 fu gq nb ho nl ls aa gq hn eo hu ao hl hn i1 f9 h1 eo dp hu gx ao gc gb hy g1 dm h2 jp h1 dp hr ec hl lb g1 mg
 n4 ao hl h2 hl n4 hx gy j7 gx l1 gx lo q9 hz ls h2 hg dp f6 ds dv fd gi e6
3f0 hz h2 dx 7z lz e9 e1 h7 he hn pt lu h1 hn hn hn fi fi lp f7 ig fa aa aa 8l r3 rd lp i4 ma i0 kk in hh ig f7 kg fi
 p9 hd ma ma i4 kb pt l0 ly kk h7 hn fu i0 nb ho la jx tj u6 ju oo hs i4 tj i7 gc h1 gx ct hl g5 mz eq j7 j7 g9 h8 mf
 i5 h2 ht he dx ek f7 lo fk ij hs q6 qj jl mv gu e1 ny g4 g5 g5 hu ct e9 dm 7z 7z 7z o7 on hu g9 j7 f7 i7 q4 nl iq i3
 q3 lm js h2 r4 ns lk hh sv o4 h3 eq nl mg lz h2 j2 fv j2 fv zm vo n2 in tl q2 q4 nl ig e8 gx 0 0 0 0 0 0 0 o3 ks hh
 gu ha he fn df f8 d2 jj g0 ra on hd eq k4 hc i4 g9 i4 gc jy ik mh jr mz ku uj of lm i3 hn dx fu ei gq f9 gq f9 jh gv
 p4 la la j2 jx hp jx hu pb jc pb jc aa p9 mz kg h6 m1 iq kw hz ms jt jx hs rj ny aa in gc in gc pp ox fi g5 lw g5 lw
 g5 p9 mz hd eq gc fa ma j7 ma j7 ly h2 lz h2 lz h2 i4 e1 i0 f7 i0 f7 i0 f7 jx hs f9 ct oo mv f8 d2 ja gx ho fk hh he
 ph pe pa nj ir h2 s7 p6 so q3 lt i7 km jl he eo lm io ri nq ng nh ow ow ly he qh n2 i4 g9 tv nq ve oz m0 j8 m7 jd ko
 hs 14n yx kh hu l8 i3
1e00 in gc ig he ig he ig he hn dx kg he kg he kg he kg he kg he fi g5 fi g5 fi g5 fi g5 fi g5 ey ab k6 he l0 hu l0 hu
 l0 hu l0 hu l0 hu aa 7z aa 7z hz gc hz gc hz gc fa 7z fa 7z fa 7z fa 7z pt qs pt qs pt qs m1 hu m1 hu m1 hu m1 hu ly
 h2 ly h2 ly h2 ly h2 h7 he h7 he hy c7 hy c7 hy c7 hy c7 fa dm fa dm fa dm fa dm fa dm fu ba fu ba fu ba fu ba kr hu
 kr hu kr hu kr hu kr hu hj f6 hj f6 qh n2 qh n2 qh n2 qh n2 qh n2 ho fk ho fk gq f7 g0 dd g0 dd g0 dd hu ba n2 f7 gt
 a2 a2 a2 kn h1 in gc in gc in gc in gc in gc in gc in gc in gc in gc in gc in gc in gc fi g5 fi g5 fi g5 fi g5 fi g5
 fi g5 fi g5 fi g5 aa 7z aa 7z ly h2 ly h2 ly h2 ly h2 ly h2 ly h2 ly h2 mi i7 mi i7 mi i7 mi i7 mi i7 kr hu kr hu nh
 k8 nh k8 nh k8 nh k8 nh k8 gq f7 gq f7 gq f7 gq f7 mx fs km gl ht f9
2000 dw rs dw rs 99 6y 4n fw 7r 4m 2s 0 0 0 0 0 8y 8y fw dw rs rs fb bf 5l 5l 7k 5l bh bh d8 bh ea ea ag ad dw fh n3
 7r go go 0 0 0 0 0 4m yi 18x 7o dc j0 9q fq l9 b4 9m 9m nh f3 cx dw gx gx b9 v3 8y 3m 94 94 pf kb kc g6 i7 i1 i1 f7
 7f gq f7 b6 rs gq fp fg py nq ns 79 iu n4 7r 7r 66 go go go go go
2066 0 0 0 0 0 0 0 0 0 0 a8 57
2074 a8 a8 a8 a8 a8 a8 9r 9r 9r 6k 6k bm a8 a8 a8 a8 a8 a8 a8 a8 a8 a8 9r 9r 9r 6k 6k
2090 am ai b3 a4 ai bm am 57 hf bm bb 8u 7c
20a0 fw gf fw fw fw qs fw nk ol js oa hp fw fw fw rn gk fw kc hm fn hn ik k9 fr fw fw m8 nm gh hf fw
2100 lf l2 hk ry ge md ol hd i4 p7 g4 te ke ll hu ht kn fj n5 eg p5 lm sh n4 n8 i7 lp o8 nl ju i2 gm lw lu lh hl hi fv
 ls l9 ga ao hz in na io h7 cu gr mw ey w3 dc gr ex av d9 7z q0 13e ll f3 fc ll h8 k4 fa fa gq ka g3 dv 9j 9j jh kn i7
 l7 d1 sn oj nv uq o2 q4 o6 pr og pf ni od o2 o2 o2 o2 d1
2184 dx
2189 p1
25cc gi
fb00 km ia ia sl sl kl ox
fffd rs
"""

ITALIC = """
20 78 79 aw hy fb m7 ip 64 82 82 fb fw 74 8p 74 9w fb fb fb fb fb fb fb fb fb fb 74 74 fw fw fw by nk fm go gb ij ea
 d9 iu iw 90 7l fm da nd jn k1 fr k1 fx e1 dx it fc ns en e5 er 82 9w 82 fw az 7q fs g3 cl g3 dv 8u g3 g3 76 76 dr 76
 ob g3 fn g3 g3 b2 c0 98 g3 cz k3 df cz cd 9q fb 9q fw
a0 78 79 fb fb fb fb fb di fe n4 9f d9 fw 8p n4 ax bw fw 9t 9t 7b g9 i7 74 5p 9t 9f d9 kc md m1 by fm fm fm fm fm fm
 mw gb ea ea ea ea 90 90 90 90 ij jn k1 k1 k1 k1 k1 fw k1 it it it it e5 fr g8 fs fs fs fs fs fs ms cl dv dv dv dv 76
 76 76 76 fu g3 fn fn fn fn fn fw fn g3 g3 g3 g3 cz g3 cz fm fs fm fs fm fs gb cl gb cl gb cl gb cl ij h1 ij g3 ea dv
 ea dv ea dv ea dv ea dv iu g3 iu g3 iu g3 iu g3 iw g3 iw g3 90 76 90 76 90 76 90 76 90 76 gl ec 7l 76 fm dr dr da 76
 da 76 da 80 da 89 da 76 jn g3 jn g3 jn g3 i9 jn g3 k1 fn k1 fn k1 fn nv o2 fx b2 fx b2 fx b2 e1 c0 e1 c0 e1 c0 e1 c0
 dx 98 dx 98 dx 98 it g3 it g3 it g3 it g3 it g3 it g3 ns k3 e5 cz e5 er cd er cd er cd 7v g3 is fr g3 gi fx gb gb cl
 ij kn fv g3 fe ea id ey fh be iu fc oe 8n 90 fw dr 76 dn qn jn g3 k1 jz fs rx m5 hu g3 fx e1 c0 ej 85 98 f0 98 dx k7
 he kc it ez dy er cd ep ey cw cw eq eq cu bv fr 8s f2 ec 79 xa uw sg kv kg ec r8 qt n9 fm fs 90 76 k1 fn it g3 it g3
 it g3 it g3 it g3 dp fm fs fm fs mw ms iu e1 iu g3 fm dr k1 fn k1 fn ep cw 76 xa uw sg iu g3 oy hj jn g3 fm fs mw ms
 k1 fn fm fs fm fs ea dv ea dv 90 76 90 76 k1 fn k1 fn fx b2 fx b2 it g3 it g3 e1 c0 dx 98 fz ds iw g3 jg mf hr g2 er
 cd fm fs ea dv k1 fn k1 fn k1 fn k1 fn e5 cz 9h ij 9n 76 p0 p0 fm gb cl da dx c0 c0 cg c4 go it fm ea dv 7l 76 k7 g3
 fx b2 e5 cz fb fw fw g3 cl dd g3 g3 do dv jq cj cc i2 fd 76 g3 g3 f3 cz d4 g3 g3 g3 76 8n 86 9o 99 75 h6 ob ob ob g3
 g3 h0 fn mj ky io b2 bh b2 b2 b2 8u 8u ez ez c0 77 77 76 77 98 98 g3 fn go cz k3 cz cm cd ei cw cw ba ba ba d1 k1 eq
 fd f7 gp 76 dr bj g3 ba ba ow pa r1 jg dn lj mc hb g0 dv fu ge ge ag ag 4o 77 77 77 9q d2 8g 4u 9y 4u 4u 4u 4q 4q 7h
 7h 7x 7x 7x 7x aw aw 4f 9p 7b 7q 4g 9p 7q 7b 88 88 5a 5a 7h 7h 7h 7s a6 55 8f 6s bl bq 6q 7w 8g 4o 7t 8q 7c bm bm bm
 bm bm bm bm aw db 9y bh bh 96 96 99 7q ci bq bl 73 89 9z 9e 89 fl fl f6 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 bt ao go dw 65 65 ji gu
37a 65 cl cl cl 74 7l
384 fm ck fm 74 gx l1 ct
38c lk
38e hz m9 8n fm go da fm ea er iw k2 90 fm fm nd jn ed k1 iw fr
3a3 ej dx e5 kv en km kc 90 e5 fw cj g3 8n g4 fw g5 cw fg cj cm g3 f7 8n dr dn g9 dr cf fn gy fx cm g8 bt g4 iv e3 k3
 ki 8n g4 fn g4 ki fm f0 g5 ec iq ec io md gy j7 fn g8 cu eb c7 d7 em g2 d9
3f0 gy fz cl 76 k1 cl cq fr g3 gb nd j8 fx gb gb gb ea ea iq da gb e1 90 90 7l ov p5 iq fm ji fy iw fm fr go da hi ea
 ls ey ji ji fm i1 nd iw k1 iw fr gb dx fy kv en in hu qn qt hj m0 fh ga ra fz fs f5 f1 cr fq dv nh cc g3 g3 di f4 jf
 gp fn g3 g3 cl ob cz io df gl fj ob ot go k8 ej cq lu es dv dv g3 cr cl c0 76 76 76 lg mq g3 di g3 cz g3 pj lx gc n7
 nz j9 gv eu nl kb ii gp pl mb ey cm km k3 k1 fn fr ci fr ci x0 sm kl g7 qn m6 pj lx gb cl gx 0 0 0 0 0 0 0 jr g7 fe
 ej fs g3 da au d6 au gy du n3 nl ey cc gy ep fz dh fm di hp fs j2 gt l0 j6 rs mu k1 go gb cl dx op e5 cz e5 cz g4 en
 lq ib hy fd hv fj hw g3 la gn la gn 90 ls nh ho ek ic f7 ix gp j8 gt hv g4 nn ji 90 fm fs fm fs mw ms ea dv id dp id
 dp ls nh ey cc ep cw ji g3 ji g3 k1 fn k1 fn k1 fn gb cq fy cz fy cz fy cz hu fj db au m0 k8 d6 au em dd en df fr g3
 n6 no nc ku g2 de p4 mm ql o6 jg gh if gj f4 cj hz f2 od li l9 l8 mj m2 k1 g3 ns k3 fn di r9 lr s6 mj j1 g5 i7 g5 iw
 gp yy t8 hk ez i2 f5
1e00 fm fs go g3 go g3 go g3 gb cl ij g3 ij g3 ij g3 ij g3 ij g3 ea dv ea dv ea dv ea dv ea dv d9 8u iu g3 iw g3 iw g3
 iw g3 iw g3 iw g3 90 76 90 76 fm dr fm dr fm dr da 76 da 76 da 76 da 76 nd ob nd ob nd ob jn g3 jn g3 jn g3 jn g3 k1
 fn k1 fn k1 fn k1 fn fr g3 fr g3 fx b2 fx b2 fx b2 fx b2 e1 c0 e1 c0 e1 c0 e1 c0 e1 c0 dx 98 dx 98 dx 98 dx 98 it g3
 it g3 it g3 it g3 it g3 fc cz fc cz ns k3 ns k3 ns k3 ns k3 ns k3 en df en df e5 cz er cd er cd er cd g3 98 k3 cz gc
 7v 7v 7v iv fg fm fs fm fs fm fs fm fs fm fs fm fs fm fs fm fs fm fs fm fs fm fs fm fs ea dv ea dv ea dv ea dv ea dv
 ea dv ea dv ea dv 90 76 90 76 k1 fn k1 fn k1 fn k1 fn k1 fn k1 fn k1 fn jz fs jz fs jz fs jz fs jz fs it g3 it g3 k7
 he k7 he k7 he k7 he k7 he e5 cz e5 cz e5 cz e5 cz jj ds ig fm fy cz
2000 dw rs dw rs 99 6y 4n fb 74 4m 2s 0 0 0 0 0 8p 8p fb dc qo qo fb az 4u 4u 6r 4u 9y 9y bu 9y d2 d2 ag a8 dw e3 ld
 74 go go 0 0 0 0 0 4m va 14d 64 at fi 7i bs g2 b3 7z 7z n9 dq bz ax f2 f2 9h v2 7y 3m 82 82 nw j7 j7 eg gn hr hr fb
 74 f2 fb ac rs f2 fw ed k5 mu n1 65 i6 m4 7g 7g 66 go go go go go
2066 go go go go 0 0 0 0 0 0 9t 67
2074 9t 9t 9t 9t 9t 9t 9e 9e 9e 56 56 ag 9t 9t 9t 9t 9t 9t 9t 9t 9t 9t 9e 9e 9e 56 56
2090 a9 90 a6 8q 90 c4 9q 6j hh ag ag 8k 60
20a0 fb fb fb fb fb ob fb kh mb h8 m7 g3 fb fm dx qy fb fb iu fm e1 gb ft i9 do fb fb im km g6 gb fb
2100 j9 im h9 pq fx ll lg ey ga mi g4 te ke ll g3 g3 kn fj n5 eg ma lm qh n4 n8 i7 le oo nl ju fx fx mi mg lh fc hx ep
 kc kc ga 8n fm fm nx io h7 cx gr mw d9 w3 dc gx eq ag cq 76 q5 12b ll f3 fc ll h8 iu da db e5 ka g3 dv 9j 9j j3 ip i7
 jk bv sn me m6 sr m3 nf lk nv me my lk my ma nd nj lw cl
2184 cl
2189 ns
25cc gi
fb00 hq g0 g0 ow ow h3 l8
fffd rs
"""
