"""Input that strangers might write, by the thousand: hostile files, mutated stories, configurations, kills, growth.

Files here import one another relatively (`from .counts import cases`): pytest knows this folder as `fuzz`, and a long
run is started from the command line as `PYTHONPATH=tests python -m fuzz.NAME`.
"""
