"""What rules of a Vale style, written for one test, say of a story through the command line."""

from helpers import write


def told(folder, newslint, rules, story, *, name="a.md", accept="", settings=""):
    """The findings on a story: `rules` are files of a style `Desk` by name, `accept` its vocabulary's words."""
    configuration = ["vale:", "  styles-path: styles", "  based-on: [Desk]"]
    for rule, text in rules.items():
        write(folder, f"styles/Desk/{rule}.yml", text)
    if accept:
        write(folder, "styles/config/vocabularies/Words/accept.txt", accept)
        configuration.append("  vocab: [Words]")
    write(folder, "newslint.yaml", "\n".join(["rules: {all: off}", *configuration, settings]) + "\n")
    write(folder, name, story)
    done = newslint("check", "--format", "json", "--min-confidence", "low", name)
    assert done.code in (0, 1), done.err
    return done.report["findings"]


def refused(folder, newslint, rule, story="One story.\n"):
    """What is said of a rule that cannot be used."""
    write(folder, "styles/Desk/Rule.yml", rule)
    write(folder, "newslint.yaml", "vale: {styles-path: styles, based-on: [Desk]}\n")
    write(folder, "a.md", story)
    done = newslint("check", "a.md")
    assert done.code == 2, done
    assert "Traceback" not in done.err
    return done.err
