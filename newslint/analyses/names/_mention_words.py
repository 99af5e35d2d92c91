"""Words that tell whom or what a name stands for: families named first, bodies, places."""

from __future__ import annotations

from newslint.analyses.names.words import word_set as _words

# Families whose name comes first, as Chinese, Korean and Vietnamese custom has it.
FAMILY_FIRST = _words("""
    Ahn Ban Bae Bai Bo Cai Cao Cha Chae Chan Chang Chen Cheng Cheung Chiang Chin Cho Choe Choi Chow Chu Chun
    Chung Dai Deng Ding Dong Du Fan Fang Feng Fu Gao Geng Goh Gong Gu Guo Ha Han Hao He Heo Ho Hong Hou Hsieh
    Hu Hua Huang Hun Hwang Im Jang Jeon Jeong Ji Jia Jiang Jin Jo Ju Jung Kang Ko Kong Koo Kwon Lai Lam Lau
    Lei Leung Li Liang Liao Lim Lin Ling Liu Lo Long Lu Luo Ma Mao Mei Meng Min Moon Na Nam Ng Ngo Nguyen Ni
    Noh Ong Pak Pan Park Peng Pham Phan Qi Qian Qin Qiu Ren Rhee Ri Roh Ruan Ryu Seo Shen Shi Shin So Sohn
    Song Su Sun Sung Tam Tan Tang Tao Teng Teo Tian To Tong Tran Truong Tsai Tsang Tse Tung Vo Vu Wan Wang Wei
    Wen Wong Wu Xi Xia Xiao Xie Xiong Xu Xue Yan Yang Yao Ye Yeo Yi Yin Yoo Yoon You Yu Yuan Yun Zeng Zhai
    Zhang Zhao Zheng Zhong Zhou Zhu Zou Kim Lee Lý Trần Nguyễn Phạm
""")

# What the names of bodies end in, and those of places; what else those of places begin with.
BODIES = _words("""
    Academy Administration Agency Airlines Airways Alliance Army Assembly Association Authority Bank Board
    Bureau Cabinet Center Centre Chamber Church Club College Commission Committee Company Conference Congress
    Corp Corporation Council Court Department Directorate Federation Force Forces Foundation Front Fund
    Government Group Guard Hospital House Inc Industries Institute Institution League Limited Ltd Ministry
    Mission Movement Museum NGO Navy Network Office Orchestra Organisation Organization Parliament Party Plc
    Police School Senate Service Services Society Trust Tribunal Union United University Workshop
""")
PLACE_WORDS = _words("""
    Airport Avenue Bay Beach Borough Bridge Canyon City Coast County Creek Desert District Falls Forest Gulf
    Harbor Harbour Heights Hill Hills Island Islands Lake Mountain Mountains Ocean Park Peninsula Plaza
    Province Republic River Road Sea Square Station Street Strait Territory Town Valley Village
""")
PLACE_STARTS = _words("Cape El Fort Lake Las Los Mount New North Saint San Santa South East West St Port Rio")
# How the names of peoples end, which are no places.
PEOPLES = (
    "an",
    "ans",
    "ese",
    "ish",
    "ch",
    "is",
    "ians",
    "ic",
    "cs",
    "ots",
    "oles",
    "wedes",
    "eeks",
    "urks",
    "rabs",
    "aqi",
    "aeli",
    "stani",
    "wiss",
    "ebrew",
)
