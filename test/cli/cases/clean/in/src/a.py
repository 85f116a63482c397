tel = '{{phone 1}}'
version = '1.20.300'
