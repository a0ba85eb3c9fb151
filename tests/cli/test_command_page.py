"""Every command of the handbook's page of commands runs: its help, and once on a short day at a store."""

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from written_pages import leaves

from frontdesk.commands import parser
from frontdesk.commands.concerns import CONCERNS, Concern
from frontdesk.domain.values.clock import MINUTE, ManualClock
from frontdesk.files.playbook_file import shipped
from frontdesk.files.playbook_text import to_toml
from frontdesk.words.handbook.pages import PAGES

NOT_RUN = {
    "demo", "guard", "reception", "manager", "workshop", "lounge", "watch",  # go on until they are stopped
    "serve", "serve unpair",  # tests/web
    "service install", "service remove", "service status",  # change the machine: tests/cli/machine
    "explain",  # tests/cli/escalations: of a crowding that nobody acted on
    "setup",  # asks, and only where there is no store: tests/cli/test_setup.py
    "reviews cause", "reviews take-proposed",  # of a crowding in a month that is over: tests/store/learning
    "messages release",  # of a text that a program sends: tests/store/messages
    "weather decide", "weather resume", "weather move", "weather later", "weather served",
    "weather declined",  # each follows from the one before: tests/cli/weather
    "outlook",  # of twenty earlier days: tests/cli/test_outlook.py
    "doctor",  # plays a sound: tests/cli/machine
}  # fmt: skip

DAY = """
staff add 王芳 --post manager
staff add 李强 --post supervisor
staff add 张三 --post guard
staff add 赵敏 --post advisor
staff add 李建国 --post director
staff add 小陈 --post guard
staff change 小陈 --phone 13800010099
staff pin 小陈
staff remove 小陈
staff list
areas list
areas add 洗车房
areas rename 洗车房 精洗间
areas close lounge
areas reopen lounge
teams list
teams put rescue 李强
teams put rescue 张三 --position 1
teams remove rescue 张三
teams set cordon 张三 李强
teams describe cordon --duty 看住大门，给消防车带路。
duty set deputy 李强 --until 18:00
duty list
@1
duty end deputy
arrive A12341 --new --by 张三
arrive A12342 --new --by 张三
arrive A12343 --new --by 张三
arrive A12344 --new --by 张三
@1
status
at 10:00
receive A12341
work-order A12341
escalations
tell 1 --by 张三
acknowledge 1 --by 王芳
@1
act 1 divert A12342 --by 王芳
tasks
done 1 --by 张三
tickets list
tickets call 1
tickets no-show 1
tickets restore 1
tickets renew 1
tickets print 1
tickets return 1
swap A12343 A12344
swap A12343 A12344
move A12343 lane
hand-over A12341
turn-away A12344
arrive A12345 --new
undo
correct-plate A12343 A12347
correct-plate 12347 A12343
@5
leave A12343 --reason no_wait
policy load HOME/no_group.toml
complaints add --words 等太久 --plate A12341 --severity major
complaints list
complaints show 1
complaints step 1 note --note 已联系
complaints amend 1 --customer 陈先生
complaints print 1 form HOME/form.html
complaints templates set 道歉 --words 您好
complaints templates list
complaints templates remove 道歉
complaints export HOME/cases.csv
complaints import HOME/cases.csv
appointments add 15:30 --plate A12341 --customer 陈先生 --work 保养
appointments add 15:40 --plate A12399
appointments move 2 16:40
appointments remind 2
appointments list
appointments slots
appointments override 16:30 1 --why 外出培训 --by 王芳
appointments export HOME/book.ics
appointments import HOME/book.ics
appointments arrived 1
appointments cancel 2 --why 客户改主意
messages add 您的车好了 --name 陈先生 --plate A12341 --phone 13800138000 --by 赵敏
messages list --owed
messages show 1
messages no-answer 1 --by 赵敏
messages wrong-number 1 --by 赵敏
messages again 1 --phone 13900139000 --by 赵敏
messages told 1 --words 下午来取 --by 赵敏
messages add 请回电 --phone 13800138000 --by 赵敏
messages refused 2 --by 赵敏
messages add 请回电 --phone 13800138000 --by 赵敏
messages withdraw 3 --why 已来店 --by 赵敏
messages add 请回电 --phone 13800138000 --by 赵敏
messages wrong-number 4 --by 赵敏
messages not-reached 4 --why 空号 --by 王芳
messages wish 13800138000 --no-texts --by 赵敏
messages send
notify list
notify test folder:HOME
penalties propose 1 --person 张三 --by 王芳
penalties sign 1 --by 赵敏
penalties appeal 1 --words 当时在停车场 --by 张三
penalties uphold 1 --words 可以疏导 --by 李建国
penalties counter 1 --words 弄错了 --by 李建国
penalties list
reviews open 2026-04 --by 王芳
reviews list
reviews show 2026-04 --xlsx HOME/review.xlsx --print HOME/review.html
reviews what-if 2026-04
reviews year 2026
matters list
matters put-off 1 review_due --until 2026-06-30 --why 主管出差 --by 王芳
measures add 早高峰加一人 --review 2026-04 --cause arrivals --by 赵敏
measures list
measures agree 2 --owner 赵敏 --until 2026-06-20 --metric late_per_100 --expected -30 --by 王芳
measures done 2 --evidence 排班已改 --by 赵敏
measures check 2 carried_out --words 看过排班 --by 李建国
measures show 2
measures effect 2
measures add 再印一块指示牌 --by 赵敏
measures drop 3 --why 已有三块 --by 王芳
reviews leave 2026-04 other --why 一次 --by 王芳
reviews submit 2026-04 --conclusion 平稳 --by 王芳
approvals list
reject 1 --words 写得太短 --by 李建国
reviews submit 2026-04 --conclusion 四月平稳，无超量 --by 王芳
sign 1 --by-phone 李建国 --words 同意 --by 赵敏
confirm 1 --by 李建国
matters show 1
reviews open 2026-03 --by 王芳
playbooks list
playbooks show power_failure
playbooks load HOME/lamp.toml --by 王芳
playbooks changes lamp
playbooks export lamp HOME/lamp2.toml
playbooks print --cards HOME/cards.html
playbooks load HOME/own.toml --by 王芳
playbooks reset fire --by 王芳
playbooks start lamp --fact dark --by 张三
steps list
steps list 5 --station guard
steps take 5 look --by 张三
steps fail 5 look --words 灯不亮 --by 张三
steps done 5 look --by 张三
steps fact 5 dark --not --by 张三
steps skip 5 note --words 已报修 --by 王芳
steps lead 5 赵敏 --words 换班 --by 王芳
steps list 5
matters close 4 --why 还没有数据 --by 王芳
policy load HOME/policy.toml
staff add 张总 --post general_manager
plans new zone --title 应急预案 --text HOME/plan.txt --after 五台 --why 车多 --policy HOME/five.toml --by 王芳
plans list
plans submit zone --by 王芳
sign 6 --by-phone 李建国 --words 同意 --by 赵敏
sign 6 --by-phone 张总 --words 同意 --by 赵敏
plans publish zone --by 王芳
plans emergency over_count 6 --why 门前封路 --by 李建国
plans read zone --by 赵敏
plans reads zone
plans show zone
plans print zone HOME/plan.html
plans print zone HOME/leaflet.html --leaflet
report day --xlsx HOME/day.xlsx
report month --print HOME/month.html
visits list
visits export HOME/visits.csv
policy show
calendar show 2026
calendar import HOME/year.json
gate add 北门 --direction in
gate list
gate test 北门 苏A99887
gate remove 北门
replay HOME/log.csv --date 2026-03-02 --database HOME/replay.db
complaints step 1 close_anyway --note 不再追究 --by 王芳
forget --case 1 --dry-run
customers list
customers find 12341
customers export HOME/customers.csv --area 苏
arrive A12349 --new --by 赵敏
receive A12349 --by 赵敏
work-order A12349 --by 赵敏
weather enter "rain 12 18" "rainstorm 11 15 orange rain 60 gust 18" "cloudy 9 17" --by 赵敏
weather show
weather fetch
progress assign A12349 repair 刘军 --title 离合器 --by 李强
progress promise A12349 "2 hours" --told phone --by 赵敏
progress keep A12349 --by 李强
progress waits A12349 away --wish 19:00 --by 赵敏
progress start A12349 --by 李强
progress hold A12349 parts --until "1 hour" --by 李强
progress start A12349 --by 李强
progress found A12349 quality 垫片装反 --cost 0-100 --by 李强
progress decide A12349 agreed --words 好 --by 赵敏
progress told A12349 --by-phone --by 赵敏
progress release A12349 --by 李强
progress part A12349 垫片 --by 李强
progress done A12349 --by 李强
progress assign A12349 maintenance 何伟 --by 李强
progress drop A12349 --job 2 --by 李强
progress check A12349 --by 李强
progress done A12349 --by 李强
quotes add --matter 7 --asked 换离合总泵 --line "离合总泵 300-500" --line "工时 200" --until "2 weeks" --by 赵敏
quotes list
quotes show 1
quotes print 1 HOME/quote.html
progress hand-back A12349 --by 赵敏
steps done 7 works --by 李强
steps skip 7 explained --words 客户赶时间 --by 赵敏
steps done 7 parts --value 1 --by 赵敏
steps done 7 bill --by 赵敏
steps done 7 signature --by 赵敏
progress sheet A12349 HOME/sheet.html
progress list
progress show A12349
progress stage A12349
progress record A12349
progress figures
leave A12349
drill = drills plan supply parts_store --at "1 hour" --observer 赵敏 --objective 找到备用供应商 --by 王芳
drills start {drill} --by 王芳
held = incidents list
incidents mistake {held} --by 王芳
drills score {drill} reached --by 赵敏
drills show {drill}
drills list
training = trainings add fire --trainer 消防队 --plan-version A/1 --by 王芳
trainings attend {training} 张三 赵敏 --score 90 --by 王芳
trainings certificate 张三 lift --until 2028-06-30 --by 王芳
trainings list
trainings lacking
shortage = incidents report supply parts_store --words 断货 --by 张三
incidents command {shortage} --by 王芳
incidents say {shortage} --hurt 0 --fact spreading
incidents level {shortage} ordinary --words 已控制在一台车 --by 王芳
incidents contained {shortage} --by 王芳
incidents end {shortage} --by 王芳
outage = incidents report power_failure power_room --by 张三
incidents mistake {outage} --by 张三
incidents show {shortage}
incidents list
incidents list-on-paper HOME/counted.html
illness = incidents report epidemic lounge --by 张三
incidents roll-call {illness} --visitors 1 --by 王芳
incidents roll-call {illness} --show
incidents mark {illness} 访客1 left --words 自己走了 --by 王芳
incidents news {illness} staff --text 先到门口集合 --by 王芳
incidents told {illness} insurer --words 已报案 --by 王芳
incidents investigate {shortage} --cause 供应商停产 --responsible 无 --loss 300 --by 王芳
measures add 备用供应商 --incident {shortage} --by 王芳
incidents assess {shortage} --lessons 备两家供应商 --no-plan 已有规定 --by 王芳
oil = incidents report hazard workshop --words 地面漏油 --by 张三
incidents hazard {oil} --rate 2 2 --by 张三
incidents hazard {oil} --acted 已擦净 --by 张三
incidents aftermath {shortage}
incidents print {shortage} HOME/incident.html
incidents close {shortage} --why 都已了结 --by 王芳
arrive 苏A77777 --by 张三
bump = incidents report traffic zone --by 张三
incidents car {bump} A77777 fit --by 张三
incidents mistake {bump} --by 张三
contacts list
contacts add 供电所 --kind power --phone 95598 --hours 全天 --by 赵敏
contacts set 供电所 --note 报户号 --backup no --by 赵敏
contacts called 供电所 --by 张三
contacts remove 122 --by 赵敏
contacts again 122 --by 赵敏
contacts import HOME/contacts.csv --by 赵敏
contacts print HOME/contacts.html
shifts add night 20:00 07:00 --name 夜 --by 王芳
shifts list
shifts remove night --by 王芳
absences add 李强 2026-06-02 2026-06-04 --why 年假 --by 赵敏
absences list
absences remove 1 --by 赵敏
roster = roster plan 2026-06-01 2026-06-03 --empty --by 王芳
roster need 2026-06-01 early advisor 1 --until 2026-06-03 --why 活动 --by 王芳
roster set 2026-06-01 赵敏 early --by 王芳
roster set 2026-06-01 王芳 late --by 王芳
roster list
roster show
roster gaps
roster publish --by 赵敏
sign {roster} --by 王芳
roster swap 2026-06-01 王芳 李建国 --by 李建国
roster export 2026-06-01 HOME/roster.html
roster export 2026-06-01 HOME/roster.ics --person 赵敏
asked = meetings plan customer 车主座谈 --at "2 days" --place 二楼 --by 赵敏
meetings move {asked} --at "3 days" --why 客户没空 --by 赵敏
meetings material {asked} 油耗资料 --who 赵敏 --by 赵敏
meetings cancel {asked} --why 不开了 --by 赵敏
met = meetings plan customer 车主座谈 --at "2 days" --by 赵敏
meetings hold {met} --present 李先生 --by 赵敏
meetings promise {met} 送脚垫 --who 赵敏 --until "3 days" --by 赵敏
meetings again {met} --until "4 days" --why 缺货 --by 赵敏
meetings done {met} --words 已送 --by 赵敏
meetings feedback {met} 座椅太硬 --by 赵敏
meetings done {met} --words 下一款改软 --by 赵敏
meetings minutes {met} --words 谈了座椅 --by 赵敏
group = meetings plan group 刹车批次 --at "2 days" --by 赵敏
meetings hold {group} --present 赵敏 --by 赵敏
meetings decision {group} 停用 --who 配件部 --until "2 days" --by 赵敏
meetings list
meetings show {met}
meetings visits
checks on zone_marking --until 23:59 --by 王芳
check = checks list
checks show {check}
checks do {check} lines=1 signs=1 numbers=1 cones=1 clear=2 --fault lines=看不清 --done --by 张三
checks open zone_marking --by 张三
checks off zone_marking --by 王芳
rescue = rescues add "G25 1184K" E7K521 --customer 高先生 --phone 13900018000 --symptom 离合器 --by 赵敏
rescues plan {rescue} --leader 李强 --travel 30 --minutes 90 --jobs 换离合器 --cost 800-1500 --part 离合总成 --by 王芳
rescues consent {rescue} --words 好 --by 王芳
sign {rescue} --by 李建国
part = parts list
parts want {rescue} 机油 --quantity 2 --by 赵敏
parts order {part} neighbour --carrier road --eta "1 hour" --monitored --by 赵敏
parts maker-ok {part} --by 赵敏
parts state {part} handed --by 赵敏
rescues depart {rescue} --vehicle 救援车2 --without 机油随后送 --by 赵敏
rescues eta {rescue} "50 min" --why 堵车 --by 赵敏
rescues contact {rescue} 已上高速 --by 赵敏
@5
rescues arrive {rescue} --by 赵敏
rescues check {rescue} --by 赵敏
rescues result {rescue} repaired_on_site --by 赵敏
rescues follow-up {rescue} 5 --by 赵敏
rescues show {rescue}
rescues list --all
lamp = playbooks start lamp --by 张三
steps fail {lamp} look --words 灯不亮 --by 张三
steps measure {lamp} look --words 换灯 --by 张三
survey = surveys draft 2026 --by 王芳
surveys change {survey} --person 赵敏 --size 5 --by 王芳
surveys list
surveys show {survey}
surveys submit {survey} --by 王芳
surveys print {survey} HOME/survey.html
sign {survey} --by 李建国
sign {survey} --by 张总
complaints add --words 座椅硬 --plate A12349 --phone 13812345670 --by 赵敏
surveys draw {survey} 2026-05 --by 王芳
surveys answer {survey} 1 1=5 2=4 --by 赵敏
surveys report {survey} --by 王芳
retention show
retention purge cases --before 2020-01-01 --dry-run
things list
things add 灭火器-01 --kind equipment --area workshop --expires 2027-06 --by 赵敏
things add 急救包 --kind supply --quantity 3 --least 2 --unit 个 --by 赵敏
things set 急救包 --area lounge --by 赵敏
things count 急救包 1 --by 张三
things expiring
things renew 灭火器 2028-06 --by 赵敏
things faulty 灭火器 压力不足 --by 张三
things ready 灭火器 --by 李强
things out 灭火器 --words 送检 --by 张三
things back 灭火器 --by 张三
things show 灭火器
things import HOME/things.csv --kind tool --by 赵敏
things retire 急救包 --words 换新 --by 赵敏
things again 急救包 --by 赵敏
events verify
backup HOME/copy.db
compact
restore HOME/copy.db
settings check
settings show
completion bash
serve pair guard
serve devices
uninstall
handbook guard
"""
"""`@5`: five minutes pass. `fire = …`: its number is `{fire}` from then on."""

LAMP = """
key = "lamp"
title = "夜间巡视"
facts = [{ key = "dark", title = "天黑" }]
steps = [
    { key = "look", title = "看灯", evidence = "check" },
    { key = "note", title = "记下", evidence = "words", after = ["look"] },
    { key = "lock", title = "锁门", after = ["look"] },
]
"""


def commands() -> list[str]:
    """Every command that can be typed to its end."""
    return [command.prog.removeprefix("frontdesk ") for command in leaves(parser.build())]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_command_stands_on_the_page(language: str) -> None:
    page = (PAGES / language / "commands.md").read_text(encoding="utf-8")
    found = re.findall(r"^## `frontdesk (.*)`$", page, re.MULTILINE)
    assert len(found) == len(commands()) > 60
    assert all(f"{line} ".startswith(f"{command} ") for line, command in zip(found, commands(), strict=True))


@pytest.mark.parametrize("concern", CONCERNS, ids=lambda concern: concern.names[0])
def test_a_concern_names_exactly_its_commands(concern: Concern) -> None:
    found = {command.prog.split()[1] for command in leaves(parser.build(concern))}
    assert found == set(concern.names)


@pytest.mark.parametrize("command", sorted(NOT_RUN))
def test_what_does_not_run_here_has_help(run: Any, command: str) -> None:
    assert run(*command.split(), "--help").code == 0


def test_every_command_runs_once(run: Any, machine: ManualClock, home: Path) -> None:
    (home / "no_group.toml").write_text("group_meeting_s = 0\n")
    (home / "settings.toml").write_text(f'language = "en"\nforecast_from = "folder:{home}/weather"\n')
    (home / "weather").mkdir()
    (home / "weather" / "days.json").write_text(json.dumps({"days": [
        {"day": f"2026-05-{day}", "sky": "rain", "low": 12, "high": 18} for day in (29, 30, 31)
    ]}))  # fmt: skip
    (home / "policy.toml").write_text("undo_s = 60\n")
    (home / "five.toml").write_text("over_count = 5\n")
    (home / "lamp.toml").write_text(LAMP, encoding="utf-8")
    own = shipped("zh")["fire"]._replace(title="火警")
    (home / "own.toml").write_text(to_toml(own), encoding="utf-8")
    (home / "things.csv").write_text("name,sort\nJack,tool\n")
    (home / "contacts.csv").write_text("name,sort,phone\nTowing,towing,95518\n")
    (home / "plan.txt").write_text("一、预检区满时先疏导。\n", encoding="utf-8")
    days = [{"name": "元旦", "date": "2031-01-01", "isOffDay": True}]
    (home / "year.json").write_text(json.dumps({"year": 2031, "days": days}))
    (home / "log.csv").write_text("plate,arrived,received,left\n苏A12345,10:00,10:01,10:30\n")
    done: set[str] = set()
    numbers: dict[str, str] = {}
    for line in DAY.strip().splitlines():
        if line.startswith("@"):
            machine.at += int(line[1:]) * MINUTE
            continue
        name, _, line = line.rpartition(" = ")  # noqa: PLW2901 - what is run
        ran = run(*(word.replace("HOME", str(home)).format_map(numbers) for word in shlex.split(line)))
        assert ran.code == 0, (line, ran.out, ran.err)
        if name:
            numbers[name] = re.findall(r"No\. (\d+)", ran.out)[0]
            (numbers[name],) = re.findall(r"No\. (\d+)", ran.out)[:1]
        done |= {command for command in commands() if f"{line} ".startswith(f"{command} ")}
    assert done | NOT_RUN == set(commands())
